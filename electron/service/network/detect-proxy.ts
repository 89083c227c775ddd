import { session } from 'electron';
import { normaliseProxyUrl } from '@shared/domain/proxy-url';
import { proxyConfigOf } from './proxy';

/** The first way of a list as Chromium writes it, `PROXY host:port; DIRECT`: `host:port`, or null for none. */
export const firstProxyOf = (list: string): string | null => {
  const [, name = ''] = /^\s*(?:PROXY|HTTPS)\s+([^\s;]+)/i.exec(list) ?? [];
  return normaliseProxyUrl(name);
};

/** The proxy server that the system, a PAC file or WPAD names for an address, as the account that runs the service. */
export const detectProxy = async (address: string): Promise<string | null> => {
  const own = session.fromPartition('proxy-detection', { cache: false });
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  await own.setProxy(proxyConfigOf({ mode: 'detect', url: '' }));
  await own.forceReloadProxyConfig();
  return firstProxyOf(await own.resolveProxy(address));
};
