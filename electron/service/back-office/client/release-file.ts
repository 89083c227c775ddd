import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import type { HttpClient, HttpStream } from '@electron/service/ports/http-client';
import type { FilePart, FileWish } from '@electron/service/ports/release-source';
import { answerError } from './answer-error';
import type { BackOfficeSession } from './back-office-session';

/** RFC 9110 section 8.8.3: a weak tag does not vouch for the very bytes. */
const strongTag = (tag: string | undefined) =>
  tag?.startsWith('"') === true && tag.length <= 200 ? tag : null;

const firstByteOf = ({ headers }: HttpStream): number => {
  const [, first] = /^bytes (\d{1,15})-\d{1,15}\/(?:\d{1,15}|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  if (first === undefined) throw new AppError('answer-unusable');
  return Number(first);
};

const partOf = (stream: HttpStream, from: number): FilePart => {
  const first = stream.status === 206 ? firstByteOf(stream) : 0;
  if (first !== 0 && first !== from) throw new AppError('answer-unusable');
  return { from: first, etag: strongTag(stream.headers['etag']), chunks: stream.chunks };
};

/**
 * `GET /releases/{releaseId}/file`, with Range and If-Range (RFC 9110 sections 13.1.5 and 14.2) to go on where a download
 * ended. A 416 counts as a file that has changed: it is asked for anew from its beginning.
 */
export const openReleaseFile = async (
  http: HttpClient,
  clock: Clock,
  session: BackOfficeSession,
  { releaseId, from, etag }: FileWish,
  signal: AbortSignal,
): Promise<FilePart> => {
  const range = { Range: `bytes=${from}-`, ...(etag === null ? {} : { 'If-Range': etag }) };
  const stream = await http.open({
    path: `/releases/${encodeURIComponent(releaseId)}/file`,
    headers: { Authorization: `Bearer ${session.token}`, ...(from === 0 ? {} : range) },
    signal,
  });
  try {
    if (stream.status === 200 || stream.status === 206) return partOf(stream, from);
    if (stream.status === 416 && from > 0) {
      stream.end();
      return await openReleaseFile(http, clock, session, { releaseId, from: 0, etag: null }, signal);
    }
    const { status, headers } = stream;
    const options = { codes: [], hasToken: true, missing: 'back-office-error', now: clock.now() } as const;
    throw answerError({ status, headers, body: new Uint8Array() }, options);
  } catch (error) {
    stream.end();
    throw error;
  }
};
