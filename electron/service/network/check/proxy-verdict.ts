import { request } from 'node:http';

/** Means that the proxy server itself got no answer from behind it (RFC 9110 sections 15.6.3 to 15.6.5). */
const GOT_NOWHERE: readonly (number | undefined)[] = [502, 503, 504];

/**
 * Whether a proxy server that has refused a tunnel does so because it found no way itself. Chromium does not tell its
 * answer, so it is asked once more, without a login; one that wants a login first says nothing else.
 */
export const foundNoWay = (
  proxy: { host: string; port: number },
  target: string,
  signal: AbortSignal,
): Promise<boolean> =>
  new Promise((resolve) => {
    const asking = request({
      ...proxy,
      ...{ method: 'CONNECT', path: target, headers: { Host: target }, agent: false, signal },
    });
    asking.once('connect', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(GOT_NOWHERE.includes(statusCode));
    });
    asking.once('error', () => resolve(false));
    asking.end();
  });
