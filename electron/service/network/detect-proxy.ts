import { session } from 'electron';
import { systemProxyHints } from '@electron/platform/system-proxy';
import { detectProxy } from './proxy-route';

/**
 * `host:port` of the proxy server that the system, a script or the network names for an address, as the account that
 * runs the service; null = none. To be called after `app` is ready.
 */
export const detectSystemProxy = async (address: string): Promise<string | null> => {
  const own = session.fromPartition('proxy-detection', { cache: false });
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  // What was found for an earlier check may hold no longer.
  await own.forceReloadProxyConfig();
  return (await detectProxy(own, address, systemProxyHints())).found;
};
