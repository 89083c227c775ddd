import { isIP } from 'node:net';
import { session, type Session } from 'electron';
import { systemProxyHints } from '@electron/platform/system-proxy';
import { detectProxy, followScript } from './proxy/proxy-route';

/** A session that does nothing by itself; not the default one, which would fetch spelling dictionaries. */
const askingSession = (): Session => {
  const own = session.fromPartition('asking-the-system', { cache: false });
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  return own;
};

/**
 * `host:port` of the proxy server that the script of the settings or, without one, the system or the network names for
 * an address, as the account that runs the service; null = none. To be called after `app` is ready.
 */
export const detectSystemProxy = async (
  address: string,
  scriptUrl: string | null,
): Promise<string | null> => {
  const own = askingSession();
  // The findings of an earlier check may no longer hold.
  await own.forceReloadProxyConfig();
  const { found } =
    scriptUrl === null
      ? await detectProxy(own, address, systemProxyHints())
      : await followScript(own, address, { mode: 'script', url: '', scriptUrl });
  return found;
};

/** The addresses of a host, as the connection would look them up. Throws where the name is not known. */
export const lookUpHost = async (host: string): Promise<string[]> => {
  if (isIP(host) !== 0) return [host];
  const { endpoints } = await askingSession().resolveHost(host, { cacheUsage: 'disallowed' });
  return [...new Set(endpoints.map(({ address }) => address))];
};
