import type { ProxyConfig } from 'electron';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import { normaliseScriptUrl } from '@shared/domain/settings/script-url';
import type { Settings } from '@shared/domain/settings/settings';
import type { ProxyVariableLogin } from '@electron/platform/system-proxy';
import type { ProxyAccount } from './proxy-login';

/** The proxy settings that a way is opened with; a login is in it only where one is to be used. */
export type ProxyChoice = Pick<Settings['proxy'], 'mode' | 'url'> &
  Partial<Pick<Settings['proxy'], 'scriptUrl' | 'authentication'>>;

/** A script that cannot be had: nothing is reached until its address is corrected. */
const NO_SCRIPT = 'http://proxy.invalid/';

/**
 * The session's proxy rules. `<-loopback>`: without it Chromium would go past the proxy for loopback addresses. A manual
 * proxy whose address cannot be read is never passed by: nothing is reached until it is corrected.
 */
export const proxyConfigOf = ({ mode, url, scriptUrl = '' }: ProxyChoice): ProxyConfig => {
  if (mode === 'none') return { mode: 'direct' };
  if (mode === 'detect') return { mode: 'system' };
  if (mode === 'script') {
    return { mode: 'pac_script', pacScript: normaliseScriptUrl(scriptUrl) ?? NO_SCRIPT };
  }
  return {
    mode: 'fixed_servers',
    proxyRules: normaliseProxyUrl(url) ?? 'proxy.invalid:1',
    proxyBypassRules: '<-loopback>',
  };
};

/** `DOMAIN\\user`; a domain that the user name has already, in front of it or behind it, is not said twice. */
const withDomain = (domain: string, userName: string): string => {
  const [own, given] = [domain.trim(), userName.trim()];
  if (own === '' || given.includes('\\')) return given;
  const [name = '', ...behind] = given.split('@');
  const labelOf = (text: string) => text.split('.')[0]?.toLowerCase();
  const isSame = behind.length === 1 && labelOf(behind[0] ?? '') === labelOf(own);
  return `${own}\\${isSame ? name : given}`;
};

/** `mayHave` says to which proxy server a login may be shown that is not bound to one by the settings. */
type AccountSources = {
  openSecret: (sealed: string) => Promise<string>;
  logins: readonly ProxyVariableLogin[];
  mayHave: ProxyAccount['mayHave'];
};

/**
 * The login for the proxy server; null where there is none, whoever may ask for one. That of the settings comes before
 * one in the environment, which is for the server beside it alone.
 */
export const proxyAccountOf = (
  { mode, url, authentication }: ProxyChoice,
  { openSecret, logins, mayHave }: AccountSources,
): ProxyAccount | null => {
  if (mode === 'none') return null;
  if (authentication?.enabled === true) {
    const proxy = normaliseProxyUrl(url);
    if (mode === 'manual' && proxy === null) return null;
    const { domain, userName, password } = authentication;
    const openPassword = () => (password === null ? Promise.resolve('') : openSecret(password));
    const isConfigured: ProxyAccount['mayHave'] = (asking) => Promise.resolve(asking === proxy);
    return {
      userName: withDomain(domain, userName),
      openPassword,
      mayHave: mode === 'manual' ? isConfigured : mayHave,
    };
  }
  const [login] = mode === 'detect' ? logins : [];
  if (login === undefined) return null;
  return {
    userName: login.userName,
    openPassword: () => Promise.resolve(login.password),
    mayHave: (asking) => Promise.resolve(asking === login.proxy),
  };
};

/** `a:1` or `[::1]:1` in its parts. */
export const hostAndPort = (name: string): { host: string; port: number } => {
  const at = name.lastIndexOf(':');
  return { host: name.slice(0, at).replaceAll(/^\[|\]$/g, ''), port: Number(name.slice(at + 1)) };
};

/** What is tried first where it is a proxy server that speaks plain HTTP; else null. */
export const firstHttpProxyOf = (answer: string): { host: string; port: number } | null => {
  const [, name] = /^PROXY\s+([^\s;]+)/i.exec(answer.trim()) ?? [];
  return name === undefined ? null : hostAndPort(name.toLowerCase());
};

/** Every proxy server in an answer, as `host:port`. */
export const proxiesIn = (answer: string): string[] =>
  answer.split(';').flatMap((part) => firstProxyOf(part) ?? []);

/** `PROXY a:1;DIRECT` -> `a:1`, and null for DIRECT: what is tried first. */
export const firstProxyOf = (answer: string): string | null => {
  const [first = ''] = answer.split(';', 1);
  return /^(?:PROXY|HTTPS|SOCKS[45]?)\s+(\S+)/i.exec(first.trim())?.[1]?.toLowerCase() ?? null;
};
