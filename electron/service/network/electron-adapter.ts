import { net, type IncomingMessage, type Session } from 'electron';
import { AxiosHeaders, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { AppError } from '@shared/errors/app-error';
import { reasonOfNetError } from './net-errors';

/** Knows more about a refused certificate than the name of the error says. */
export type CertificateRefusals = { refusalFor(host: string): AppError | undefined };

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

/**
 * Sends what axios is asked for through Chromium's network stack. The answer's body stays a stream, already
 * decompressed; a redirect and a login that is asked for end the call, and nothing is sent to whoever asked.
 */
export const electronAdapter =
  (session: Session, refusals: CertificateRefusals): AxiosAdapter =>
  (config) =>
    new Promise((resolve, reject) => {
      const url = config.url ?? '';
      const request = net.request({
        method: (config.method ?? 'get').toUpperCase(),
        url,
        headers: headersFor(config),
        session,
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        useSessionCookies: false,
        referrerPolicy: 'no-referrer',
      });
      const end = (error: unknown) => {
        reject(error instanceof Error ? error : new Error('aborted'));
        request.abort();
      };
      config.signal?.addEventListener?.('abort', () => end(new Error('aborted')));
      // Both can fail, the response after the request has: an unheard error would end the process.
      request.on('error', (error) => reject(errorOf(error, new URL(url).hostname, refusals)));
      request.on('abort', () => reject(new Error('aborted')));
      request.on('redirect', () => end(new AppError('redirect-refused')));
      request.on('login', ({ isProxy }, cancel) => {
        if (isProxy) end(new AppError('proxy-login-required'));
        else cancel();
      });
      request.on('response', (message) => {
        message.on('error', () => undefined);
        resolve(responseOf(message, config));
      });
      request.end(config.data as string | undefined);
    });
