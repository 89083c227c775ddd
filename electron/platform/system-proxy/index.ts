import { addressInEnvironment, bypassRulesOf, type ProxyVariable } from './proxy-variable';

/** A login that stands in the address of a proxy server. */
export type ProxyVariableLogin = { proxy: string; userName: string; password: string };

/** The proxy servers that this account's environment names and the network stack obeys. */
export interface SystemProxyHints {
  isConfigured: boolean;
  /** The address of a proxy script (PAC), without a login; null where none is named. */
  script: string | null;
  /** A SOCKS server for everything, as rules of the network stack, which itself would take it for a web proxy; else null. */
  socks: { rules: string; bypass: string } | null;
  /** The logins in the addresses; the network stack does not use them by itself. */
  logins: readonly ProxyVariableLogin[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'SOCKS_SERVER'];
const NOTHING: SystemProxyHints = { isConfigured: false, script: null, socks: null, logins: [] };

const withoutLogin = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href.slice(0, 2048);
};

const loginOf = (address: ProxyVariable | null): ProxyVariableLogin[] =>
  address === null || address.userName === ''
    ? []
    : [{ proxy: address.proxy, userName: address.userName, password: address.password }];

/**
 * Chromium on Linux reads `http_proxy` and its kin, and a script from `auto_proxy`; a desktop's own settings come before
 * them, Windows has only its own.
 */
export const systemProxyHints = (
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): SystemProxyHints => {
  const isEnvironmentRead = platform === 'linux' && (environment['XDG_CURRENT_DESKTOP'] ?? '') === '';
  if (!isEnvironmentRead) return NOTHING;
  const value = (name: string) => environment[name] ?? environment[name.toUpperCase()] ?? '';
  const script = withoutLogin(value('auto_proxy'));
  // The network stack looks for one proxy server for everything first.
  const all = addressInEnvironment(value('all_proxy'));
  const secure = all ?? addressInEnvironment(value('https_proxy'));
  const isSocks = script === null && secure?.scheme.startsWith('socks') === true;
  return {
    isConfigured: script !== null || NAMES.some((name) => value(name) !== ''),
    script,
    socks: isSocks
      ? { rules: `${secure.scheme}://${secure.proxy}`, bypass: bypassRulesOf(value('no_proxy')) }
      : null,
    logins: loginOf(secure),
  };
};
