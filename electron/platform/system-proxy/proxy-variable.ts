/** A proxy server as a variable of the environment names it. */
export type ProxyVariable = {
  scheme: string;
  /** `host:port`. */
  proxy: string;
  userName: string;
  password: string;
};

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, socks4: 1080, socks5: 1080 };
/** `h` says that the server looks names up, which the network stack leaves to it in any case. */
const SAME: Readonly<Record<string, string>> = { socks: 'socks5', socks5h: 'socks5', socks4a: 'socks4' };

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `[scheme://][user:password@]host[:port]` in its parts; null where it is none of that. */
export const addressInEnvironment = (text: string): ProxyVariable | null => {
  const whole = text.trim();
  if (whole === '') return null;
  const [, given = 'http', rest = whole] = /^([a-z0-9]+):\/\/(.*)$/i.exec(whole) ?? [];
  const name = given.toLowerCase();
  const scheme = SAME[name] ?? name;
  // As a scheme of the web, so that the parts are found; it keeps no port of its own then.
  const address = `http://${rest.replace(/:80(?=\/|$)/, ':080')}`;
  if (!URL.canParse(address)) return null;
  const { hostname, port, username, password } = new URL(address);
  const own = /:0?80(\/|$)/.test(rest) ? 80 : (PORTS[scheme] ?? 80);
  return {
    scheme,
    proxy: `${hostname.toLowerCase()}:${port === '' ? own : port}`,
    userName: decoded(username),
    password: decoded(password),
  };
};

/** `no_proxy` as bypass rules: every name stands for what is below it as well. */
export const bypassRulesOf = (text: string): string =>
  text
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const name = entry.replace(/^\*?\./, '');
      return entry === '*' || /^[\d.:[\]/]+$/.test(entry) ? [entry] : [name, `.${name}`];
    })
    .join(',');
