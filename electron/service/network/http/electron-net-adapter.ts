import { net, type IncomingMessage, type Session } from 'electron';
import { AxiosHeaders, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { Redirect } from './answer-head';
import { reasonOfNetError } from './net-errors';
import type { Attempt, ProxyLogin } from '@electron/service/network/proxy/proxy-login';
import type { ProxyRoute } from '@electron/service/network/proxy/proxy-route';

/** Knows more about a refused certificate than the name of the error says. */
export type CertificateRefusals = { refusalFor(host: string): AppError | undefined };

/** The session, checks and login that a request uses. */
export type NetTransport = {
  session: Session;
  refusals: CertificateRefusals;
  login: ProxyLogin;
  route: ProxyRoute;
};

const headersFor = (config: InternalAxiosRequestConfig): Record<string, string> =>
  Object.fromEntries(
    Object.entries(config.headers.toJSON()).flatMap(([name, value]) =>
      typeof value === 'string' || Array.isArray(value) ? [[name, String(value)]] : [],
    ),
  );

const responseOf = (message: IncomingMessage, config: InternalAxiosRequestConfig): AxiosResponse => ({
  data: message,
  status: message.statusCode,
  statusText: '',
  headers: AxiosHeaders.from(message.headers),
  config,
});

const errorOf = (error: Error, host: string, refusals: CertificateRefusals): AppError => {
  const reason = reasonOfNetError(error.message);
  const refusal = reason.startsWith('certificate-') ? refusals.refusalFor(host) : undefined;
  return refusal ?? new AppError(reason, reason === 'certificate-untrusted' ? { issuer: '?' } : {}, error);
};

const start = ({ session }: NetTransport, config: InternalAxiosRequestConfig) =>
  net.request({
    method: (config.method ?? 'get').toUpperCase(),
    url: config.url ?? '',
    headers: headersFor(config),
    session,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
    useSessionCookies: false,
    referrerPolicy: 'no-referrer',
  });

/** One request; rejects with Chromium's own error, or with why it was given up here or by `ending`. */
const send = (
  way: NetTransport,
  config: InternalAxiosRequestConfig,
  attempt: Attempt,
  ending: AbortSignal,
): Promise<AxiosResponse> =>
  new Promise((resolve, reject) => {
    if (config.signal?.aborted === true) throw new Error('aborted');
    const request = start(way, config);
    const end = (error: unknown) => {
      reject(error instanceof Error ? error : new Error('aborted'));
      request.abort();
    };
    config.signal?.addEventListener?.('abort', () => end(new Error('aborted')));
    ending.addEventListener('abort', () => end(ending.reason));
    // Both can fail, the response after the request has: an unheard error would end the process.
    request.on('error', reject);
    request.on('abort', () => reject(new Error('aborted')));
    request.on('redirect', (_status, _method, location) =>
      end(new AppError('redirect-refused', {}, new Redirect(location))),
    );
    request.on('login', (challenge, answer) => {
      if (!challenge.isProxy) answer();
      else
        way.login
          .answer(attempt, challenge)
          .then(({ userName, password }) => answer(userName, password), end);
    });
    request.on('response', (message) => {
      message.on('error', () => undefined);
      resolve(responseOf(message, config));
    });
    request.end(config.data as string | undefined);
  });

/** Failures that a proxy server in the way may be to blame for, and Chromium does not say so. */
const DOUBTFUL: readonly ErrorCode[] = [
  'back-office-unreachable',
  'back-office-timed-out',
  'answer-unusable',
  'proxy-refused',
  'proxy-login-required',
];
/** So long nobody is asked why no answer comes; with the proxy server's own time this stays below 15 seconds. */
const DOUBT_AFTER_MS = 4000;

const targetOf = (config: InternalAxiosRequestConfig) => {
  const { hostname, port, protocol } = new URL(config.url ?? '');
  return {
    host: hostname,
    target: `${hostname}:${port === '' ? '443' : port}`,
    isTunnelled: protocol === 'https:',
  };
};

const explain = async (
  { route, refusals }: NetTransport,
  error: Error,
  config: InternalAxiosRequestConfig,
): Promise<AppError> => {
  const { host, target, isTunnelled } = targetOf(config);
  const failure = error instanceof AppError ? error : errorOf(error, host, refusals);
  if (failure.code === 'proxy-unreachable' && (await route.isNameUnknown())) {
    return new AppError('proxy-name-not-found', {}, error);
  }
  if (!isTunnelled || !DOUBTFUL.includes(failure.code)) return failure;
  const blame = await route.blame(target);
  return blame === null || blame === failure.code ? failure : new AppError(blame, {}, error);
};

/** Gives a request up where no answer comes because of a proxy server that has none to give; `stop` ends the watch. */
const watchProxy = ({ route }: NetTransport, config: InternalAxiosRequestConfig) => {
  const ending = new AbortController();
  const { target, isTunnelled } = targetOf(config);
  const look = async () => {
    const blame = await route.blame(target).catch(() => null);
    if (blame === 'proxy-no-answer') ending.abort(new AppError(blame));
  };
  const timer = isTunnelled ? setTimeout(() => void look(), DOUBT_AFTER_MS) : undefined;
  return { signal: ending.signal, stop: () => clearTimeout(timer) };
};

/**
 * Sends what axios is asked for through Chromium's network stack. The answer's body stays a stream, already
 * decompressed; a redirect ends the call, and so does a login that is asked for, unless it is the configured proxy
 * server that asks. Until an answer has come, a proxy server that stays silent is asked what is the matter with it.
 */
export const electronAdapter = (way: NetTransport): AxiosAdapter => {
  let isWayOpen = false;
  return (config) =>
    way.login.run(async (attempt) => {
      await way.route.ready();
      const watch = isWayOpen ? null : watchProxy(way, config);
      try {
        const response = await send(way, config, attempt, watch?.signal ?? new AbortController().signal);
        isWayOpen = true;
        way.login.connectionOpened();
        await way.route.confirm();
        return response;
      } catch (error) {
        isWayOpen = false;
        if (config.signal?.aborted === true || !(error instanceof Error)) throw error;
        const failure = await explain(way, error, config);
        if (!(error instanceof AppError) || error.code === 'proxy-no-answer') await way.route.invalidate();
        throw failure;
      } finally {
        watch?.stop();
      }
    });
};
