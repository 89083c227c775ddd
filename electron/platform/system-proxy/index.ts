/** The proxy servers that this account's environment names and the network stack obeys. */
export interface SystemProxyHints {
  isConfigured: boolean;
  /** The address of a proxy script (PAC), without a login; null where none is named. */
  script: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'SOCKS_SERVER'];

const withoutLogin = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href.slice(0, 2048);
};

/**
 * Chromium on Linux reads `http_proxy` and its kin, and a script from `auto_proxy`; a desktop's own settings come before
 * them, Windows has only its own.
 */
export const systemProxyHints = (
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): SystemProxyHints => {
  const isEnvironmentRead = platform === 'linux' && (environment['XDG_CURRENT_DESKTOP'] ?? '') === '';
  if (!isEnvironmentRead) return { isConfigured: false, script: null };
  const value = (name: string) => environment[name] ?? environment[name.toUpperCase()] ?? '';
  const script = withoutLogin(value('auto_proxy'));
  return { isConfigured: script !== null || NAMES.some((name) => value(name) !== ''), script };
};
