import type { ProxyConfig } from 'electron';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import type { Settings } from '@shared/domain/settings/settings';
import type { ProxyAccount } from './proxy-login';

/** The proxy settings that a way is opened with; a login is in it only where one is to be used. */
export type ProxyChoice = Pick<Settings['proxy'], 'mode' | 'url'> & {
  authentication?: Settings['proxy']['authentication'];
};

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

/** The login for the configured proxy server; null where none is configured, whoever may ask for one. */
export const proxyAccountOf = (
  { mode, url, authentication }: ProxyChoice,
  openSecret: (sealed: string) => Promise<string>,
): ProxyAccount | null => {
  const proxy = normaliseProxyUrl(url);
  if (mode !== 'manual' || proxy === null || authentication?.enabled !== true) return null;
  const { domain, userName, password } = authentication;
  const openPassword = () => (password === null ? Promise.resolve('') : openSecret(password));
  return { proxy, userName: domain.trim() === '' ? userName : `${domain.trim()}\\${userName}`, openPassword };
};

/** `PROXY a:1;DIRECT` -> `a:1`, and null for DIRECT: what is tried first. */
export const firstProxyOf = (answer: string): string | null => {
  const [first = ''] = answer.split(';', 1);
  return /^(?:PROXY|HTTPS|SOCKS[45]?)\s+(\S+)/i.exec(first.trim())?.[1]?.toLowerCase() ?? null;
};
