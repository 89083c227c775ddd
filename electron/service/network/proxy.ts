import type { ProxyConfig } from 'electron';
import { normaliseProxyUrl } from '@shared/domain/proxy-url';
import type { Settings } from '@shared/domain/settings';

export type ProxyChoice = Pick<Settings['proxy'], 'mode' | 'url'>;

/**
 * The session's proxy rules. `<-loopback>`: without it Chromium would go past the proxy for loopback addresses. A manual
 * proxy whose address cannot be read is never passed by: nothing is reached until it is corrected.
 */
export const proxyConfigOf = ({ mode, url }: ProxyChoice): ProxyConfig => {
  if (mode === 'none') return { mode: 'direct' };
  if (mode === 'detect') return { mode: 'system' };
  return {
    mode: 'fixed_servers',
    proxyRules: normaliseProxyUrl(url) ?? 'proxy.invalid:1',
    proxyBypassRules: '<-loopback>',
  };
};
