import { cleanCopied } from '@shared/domain/text/copied-text';

const HOST_PORT = /^(?:http:\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):(\d{1,5})\/?$/i;

/**
 * The one form of a proxy address, `host:port` or `[IPv6]:port`. `http://` in front and a slash behind are taken off;
 * null for anything else (another scheme, a login inside it, a missing or impossible port).
 */
export const normaliseProxyUrl = (text: string): string | null => {
  const match = HOST_PORT.exec(cleanCopied(text));
  const [, host, port] = match ?? [];
  if (host === undefined || port === undefined) return null;
  const number = Number(port);
  if (number < 1 || number > 65_535 || host.length > 255) return null;
  if (host.startsWith('[') && !URL.canParse(`http://${host}`)) return null;
  return `${host.toLowerCase()}:${number}`;
};
