import type { Readable } from 'node:stream';
import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { AppError } from '@shared/errors/app-error';
import type { HttpAnswer, HttpClient, HttpRequest } from '@electron/service/ports/http-client';
import { heldOpen, paced, readBody, SLOWEST_PACE, type SlowestPace } from './answer-body';
import { addressOf, checkedAddress } from './back-office-address';
import { reasonOfNetError } from './net-errors';
import { openDownload } from './open-download';
import { startLimits, watchHeld } from './call-limits';
import { checkHead, headersOf, isAmbiguous, mediaTypeOf, orSignInPage, PROBLEM_TYPES } from './answer-head';

/** A problem document is never longer; what stands in place of one is not read. */
const MAX_PROBLEM_BYTES = 65_536;

export type HttpClientOptions = {
  /** The back office's address, `https://host[:port]/api/v1`. */
  address: string;
  userAgent: string;
  /** How axios reaches the network; it answers with a stream, and follows `signal`. */
  transport: Pick<AxiosRequestConfig, 'adapter' | 'httpsAgent'>;
  pace?: SlowestPace;
  close?: () => Promise<void>;
};

type Limits = { signal: AbortSignal; pace: SlowestPace; notePiece: () => void };

/** A body that ends before its time is the answer's fault, whatever the network calls it. */
const whileReading = (error: unknown): unknown =>
  error instanceof AppError ? error : new AppError('answer-unusable', {}, error);

const readAnswer = async (
  response: AxiosResponse,
  request: HttpRequest,
  limits: Limits,
): Promise<HttpAnswer> => {
  const stream = response.data as Readable;
  // The stream can fail after it has been given up; without a listener that would end the process.
  stream.on('error', () => undefined);
  const end = () => void stream.destroy();
  limits.signal.addEventListener('abort', end, { once: true });
  try {
    const { status } = response;
    const headers = headersOf(response);
    if (isAmbiguous(headers)) throw new AppError('answer-unusable');
    const mediaType = mediaTypeOf(headers);
    checkHead(status, headers, request.accept);
    const isProblem = status > 299;
    if (isProblem && !PROBLEM_TYPES.includes(mediaType)) return { status, headers, body: new Uint8Array() };
    const maxBytes = isProblem ? MAX_PROBLEM_BYTES : request.maxBytes;
    const parts =
      request.held === undefined ? paced(stream, limits.pace) : heldOpen(stream, limits.notePiece);
    const body = await readBody(parts, maxBytes).catch((error: unknown) => {
      throw whileReading(error);
    });
    limits.signal.throwIfAborted();
    return { status, headers, body };
  } finally {
    limits.signal.removeEventListener('abort', end);
    stream.destroy();
  }
};

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && !error.message.startsWith('net::'))
    return error.code;
  return error.message;
};

const asAppError = (error: unknown, url: string) =>
  error instanceof AppError
    ? orSignInPage(error, url)
    : new AppError(reasonOfNetError(nameOf(error)), {}, error);

const send = async (instance: AxiosInstance, url: string, request: HttpRequest, pace: SlowestPace) => {
  const { signal, finish, giveUp } = startLimits(request.deadlineMs, request.signal);
  const { notePiece, stop } = watchHeld(request.held, giveUp);
  try {
    const response = await instance.request({
      url,
      method: request.method,
      headers: {
        Accept: [...request.accept, 'application/problem+json'].join(', '),
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { data: request.body }),
      signal,
    });
    return await readAnswer(response, request, { signal, pace, notePiece });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw asAppError(error, url);
  } finally {
    stop();
    finish();
  }
};

/**
 * The checks and limits around every call, the same over any transport. Throws `back-office-address-refused` for an
 * address that is not safe.
 */
export const createHttpClient = (options: HttpClientOptions): HttpClient => {
  const base = checkedAddress(options.address);
  const instance = axios.create({
    ...options.transport,
    responseType: 'stream',
    maxRedirects: 0,
    proxy: false,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    headers: { 'User-Agent': options.userAgent },
  });
  return {
    request: (request) =>
      send(instance, addressOf(base, request.path), request, options.pace ?? SLOWEST_PACE),
    open: (download) => {
      const url = addressOf(base, download.path);
      return openDownload(instance, url, download, options.pace ?? SLOWEST_PACE).catch((error: unknown) => {
        download.signal?.throwIfAborted();
        throw asAppError(error, url);
      });
    },
    close: async () => options.close?.(),
  };
};
