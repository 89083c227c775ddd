import { setTimeout as wait } from 'node:timers/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import type { ConnectionReason } from '@shared/errors/error-catalogue';

/** Means that the proxy server itself got no answer from behind it (RFC 9110 sections 15.6.3 to 15.6.5). */
const GOT_NOWHERE = [502, 503, 504];
/** A page of its own in place of a tunnel (RFC 6585 section 6 for the last). */
const ITS_OWN_PAGE = [301, 302, 303, 307, 308, 511];

type Said =
  | { heard: 'status'; status: number; headers: IncomingHttpHeaders }
  /** It does not listen; it listens and ends, stays silent or speaks another language. */
  | { heard: 'nobody' | 'nothing' };

const ask = (options: RequestOptions, signal: AbortSignal): Promise<Said> =>
  new Promise((resolve) => {
    let isConnected = false;
    const asking = request({ ...options, agent: false, signal });
    asking.once('socket', (socket) => socket.once('connect', () => (isConnected = true)));
    const take = (status: number | undefined, headers: IncomingHttpHeaders) => {
      resolve({ heard: 'status', status: status ?? 0, headers });
      asking.destroy();
    };
    asking.once('connect', ({ statusCode, headers }, socket) => {
      socket.destroy();
      take(statusCode, headers);
    });
    asking.once('response', ({ statusCode, headers }) => take(statusCode, headers));
    asking.on('error', () => resolve({ heard: isConnected ? 'nothing' : 'nobody' }));
    asking.end();
  });

const schemesOf = (headers: IncomingHttpHeaders): string[] =>
  [headers['proxy-authenticate'] ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((part) => /^\s*([a-z]+)(?:\s|$)/i.exec(part)?.[1]?.toLowerCase() ?? '')
    .filter((scheme) => scheme !== '');

const meaningOf = (status: number, headers: IncomingHttpHeaders): ConnectionReason | null => {
  if (status >= 200 && status < 300) return null;
  if (GOT_NOWHERE.includes(status)) return 'proxy-found-no-way';
  if (ITS_OWN_PAGE.includes(status)) return 'sign-in-page';
  if (status !== 407) return 'proxy-refused';
  const schemes = schemesOf(headers);
  const isNegotiateOnly = schemes.length > 0 && schemes.every((scheme) => scheme === 'negotiate');
  return isNegotiateOnly ? 'proxy-negotiate-only' : 'proxy-login-required';
};

/** Of the time for the answer, in which the first question is alone. */
const ALONE_SHARE = 0.25;

/**
 * What a proxy server itself has to do with a failure: asked once more for the way to `target` (`host:port`), without a
 * login, because Chromium does not tell its answers. Null = it opens the way, or says nothing about this failure. Where
 * it does not answer that, it is asked for anything at all: a server that is only slow to find the way is told from one
 * that is no proxy server by this question, which every web server answers at once.
 */
export const blameOf = async (
  proxy: { host: string; port: number },
  target: string,
  limitMs: number,
): Promise<ConnectionReason | null> => {
  const limit = AbortSignal.timeout(limitMs);
  const anything = () => ask({ ...proxy, method: 'GET', path: '/', headers: { Host: 'localhost' } }, limit);
  const tunnel = ask({ ...proxy, method: 'CONNECT', path: target, headers: { Host: target } }, limit);
  const alone = new AbortController();
  const isLate = wait(limitMs * ALONE_SHARE, null, { signal: alone.signal }).catch(() => null);
  const second = (await Promise.race([tunnel, isLate])) === null ? anything() : null;
  alone.abort();
  const said = await tunnel;
  if (said.heard === 'status') return meaningOf(said.status, said.headers);
  if (said.heard === 'nobody') return null;
  const other = await (second ?? anything());
  return other.heard === 'nothing' ? 'proxy-no-answer' : null;
};
