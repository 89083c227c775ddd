import { cleanCopied } from '@shared/domain/text/copied-text';

/** The one form of the address of a proxy script (PAC): http or https, without a login inside it; null for anything else. */
export const normaliseScriptUrl = (text: string): string | null => {
  const address = cleanCopied(text);
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  const hasLogin = url.username !== '' || url.password !== '';
  return hasLogin || url.hostname === '' || url.href.length > 2048 ? null : url.href;
};
