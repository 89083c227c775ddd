import type { Readable } from 'node:stream';
import type { AxiosInstance } from 'axios';
import { AppError } from '@shared/errors/app-error';
import type { HttpDownload, HttpStream } from '@electron/service/ports/http-client';
import { paced, type SlowestPace } from './answer-body';
import { checkHead, headersOf, isAmbiguous, Redirect } from './answer-head';
import { startLimits } from './call-limits';

const HEAD_DEADLINE_MS = 30_000;
const MAX_REDIRECTS = 3;

type Limits = ReturnType<typeof startLimits>;

/** The next address, where the answer sends us on within the same server over the same protocol; else null. */
const redirectTarget = (error: unknown, from: string): string | null => {
  if (!(error instanceof AppError) || !(error.cause instanceof Redirect)) return null;
  const { location } = error.cause;
  if (location === '' || !URL.canParse(location, from)) return null;
  const target = new URL(location, from);
  const isAllowed =
    target.origin === new URL(from).origin &&
    target.protocol === 'https:' &&
    target.username === '' &&
    target.password === '';
  return isAllowed ? target.href : null;
};

async function* read(stream: Readable, pace: SlowestPace, limits: Limits): AsyncGenerator<Uint8Array> {
  const end = () => void stream.destroy();
  limits.signal.addEventListener('abort', end, { once: true });
  try {
    yield* paced(stream, pace);
    limits.signal.throwIfAborted();
  } catch (error) {
    limits.signal.throwIfAborted();
    // A body that ends before its time is the answer's fault, whatever the network calls it.
    throw error instanceof AppError ? error : new AppError('answer-unusable', {}, error);
  } finally {
    limits.signal.removeEventListener('abort', end);
    stream.destroy();
    limits.finish();
  }
}

const openOnce = async (
  instance: AxiosInstance,
  url: string,
  { headers, signal }: HttpDownload,
  pace: SlowestPace,
): Promise<HttpStream> => {
  const limits = startLimits(HEAD_DEADLINE_MS, signal);
  try {
    const response = await instance.request({
      url,
      method: 'GET',
      // Compressed on the way, a range would not be a range of the file.
      headers: { Accept: '*/*', 'Accept-Encoding': 'identity', ...headers },
      signal: limits.signal,
    });
    const stream = response.data as Readable;
    // The stream can fail after it has been given up; without a listener that would end the process.
    stream.on('error', () => undefined);
    const answered = headersOf(response);
    if (isAmbiguous(answered)) throw new AppError('answer-unusable');
    checkHead(response.status, answered, null);
    limits.liftDeadline();
    const chunks = read(stream, pace, limits);
    return { status: response.status, headers: answered, chunks, end: limits.finish };
  } catch (error) {
    const reason: unknown = limits.signal.aborted ? limits.signal.reason : error;
    limits.finish();
    throw reason;
  }
};

/** Begins a download, following at most three redirects on the same host over HTTPS; rejects as the transport does. */
export const openDownload = async (
  instance: AxiosInstance,
  url: string,
  download: HttpDownload,
  pace: SlowestPace,
): Promise<HttpStream> => {
  for (let address = url, redirects = 0; ; redirects += 1) {
    try {
      return await openOnce(instance, address, download, pace);
    } catch (error) {
      const next = redirectTarget(error, address);
      if (next === null || redirects === MAX_REDIRECTS) throw error;
      address = next;
    }
  }
};
