import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import type { Settings } from '@shared/domain/settings/settings';
import { hostAndPort } from '@electron/service/network/proxy/session-proxy';
import type { CheckDependencies } from './check-dependencies';

/** How the back office is reached: directly, or through a proxy server. */
export type CheckedRoute =
  | { source: 'none' | 'detected-direct'; proxy: null }
  | { source: 'manual' | 'detected'; proxy: { host: string; port: number; name: string } };

const NO_PROXY: CheckedRoute = { source: 'none', proxy: null };

const proxyOf = (name: string) => ({ name, ...hostAndPort(name) });

/** The way that the settings ask for; an address that cannot be read leads to a name that nobody has, as for the connection. */
export const findRoute = async (
  { proxy }: Settings,
  address: string,
  detectProxy: CheckDependencies['detectProxy'],
): Promise<CheckedRoute> => {
  if (proxy.mode === 'none') return NO_PROXY;
  if (proxy.mode === 'manual') {
    return { source: 'manual', proxy: proxyOf(normaliseProxyUrl(proxy.url) ?? 'proxy.invalid:1') };
  }
  const isScript = proxy.mode === 'script';
  const detected = await detectProxy(address, isScript ? proxy.scriptUrl : null);
  return detected === null
    ? { source: isScript ? 'none' : 'detected-direct', proxy: null }
    : { source: 'detected', proxy: proxyOf(detected) };
};
