import { net, type IncomingMessage, type Session } from 'electron';
import { AxiosHeaders, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { AppError } from '@shared/errors/app-error';
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

/** One request; rejects with Chromium's own error, or with why it was given up here. */
const send = (
  way: NetTransport,
  config: InternalAxiosRequestConfig,
  attempt: Attempt,
): Promise<AxiosResponse> =>
  new Promise((resolve, reject) => {
    if (config.signal?.aborted === true) throw new Error('aborted');
    const request = start(way, config);
    const end = (error: unknown) => {
      reject(error instanceof Error ? error : new Error('aborted'));
      request.abort();
    };
    config.signal?.addEventListener?.('abort', () => end(new Error('aborted')));
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

const explain = async ({ route, refusals }: NetTransport, error: Error, host: string): Promise<AppError> => {
  const failure = error instanceof AppError ? error : errorOf(error, host, refusals);
  const isSilentProxy = failure.code === 'proxy-unreachable' && (await route.isNameUnknown());
  return isSilentProxy ? new AppError('proxy-name-not-found', {}, error) : failure;
};

/**
 * Sends what axios is asked for through Chromium's network stack. The answer's body stays a stream, already
 * decompressed; a redirect ends the call, and so does a login that is asked for, unless it is the configured proxy
 * server that asks.
 */
export const electronAdapter =
  (way: NetTransport): AxiosAdapter =>
  (config) =>
    way.login.run(async (attempt) => {
      await way.route.ready();
      try {
        const response = await send(way, config, attempt);
        way.login.connectionOpened();
        await way.route.confirm();
        return response;
      } catch (error) {
        if (config.signal?.aborted === true || !(error instanceof Error)) throw error;
        const failure = await explain(way, error, new URL(config.url ?? '').hostname);
        if (!(error instanceof AppError)) await way.route.invalidate();
        throw failure;
      }
    });
