import { AxiosHeaders, type AxiosResponse } from 'axios';
import { AppError } from '@shared/errors/app-error';

export const PROBLEM_TYPES = ['application/problem+json', 'application/json'];
const PAGE_TYPES = ['text/html', 'application/xhtml+xml'];
const REDIRECTS = [301, 302, 303, 307, 308];

type Headers = Readonly<Record<string, string>>;

/** Where an answer sends the caller on to, as the cause of a `redirect-refused`; the text is as received. */
export class Redirect extends Error {
  constructor(readonly location: string) {
    super('redirect');
  }
}

/** A redirect to another server, as a sign-in page of the network sends it in place of the answer; else the error as it is. */
export const orSignInPage = (error: AppError, from: string): AppError => {
  if (!(error.cause instanceof Redirect)) return error;
  const { location } = error.cause;
  const isElsewhere = URL.canParse(location, from) && new URL(location, from).origin !== new URL(from).origin;
  return isElsewhere ? new AppError('sign-in-page', {}, error.cause) : error;
};

export const mediaTypeOf = (headers: Headers) =>
  (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();

/** Header names are in lower case. */
export const headersOf = (response: AxiosResponse): Record<string, string> =>
  Object.fromEntries(
    Object.entries(AxiosHeaders.from(response.headers as AxiosHeaders).toJSON()).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/** Where two lengths are given, two readers may see two answers (RFC 9112 section 6.3). */
export const isAmbiguous = (headers: Headers) =>
  'content-length' in headers && 'transfer-encoding' in headers;

/** Checks the status and the type of an answer before its body is read; `accept` null = any type but a web page. */
export const checkHead = (status: number, headers: Headers, accept: readonly string[] | null) => {
  if (REDIRECTS.includes(status)) {
    throw new AppError('redirect-refused', {}, new Redirect(headers['location'] ?? ''));
  }
  if (status === 511) throw new AppError('sign-in-page');
  if (status === 407) throw new AppError('proxy-login-required');
  if (status < 200 || status > 299 || status === 204) return;
  const mediaType = mediaTypeOf(headers);
  if (PAGE_TYPES.includes(mediaType)) throw new AppError('sign-in-page');
  if (accept !== null && !accept.includes(mediaType)) {
    throw new AppError('answer-unusable', {}, new Error(`content type ${mediaType.slice(0, 100)}`));
  }
};
