import { setTimeout as wait } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import type { Release } from '@shared/domain/licence/format/licence-claims';
import type { ReleaseSource } from '@electron/service/ports/release-source';
import type { DownloadFiles, OpenPart } from './download-files';

/** The bytes that must stay free besides the file itself. */
const SPARE_BYTES = 64 * 1024 * 1024;

const FULL = ['ENOSPC', 'EDQUOT'];

export interface DownloadParts {
  files: DownloadFiles;
  source: ReleaseSource;
  clock: Clock;
  freeBytes: () => Promise<number>;
  /** Bytes a second; null = as fast as they come. */
  limit: () => number | null;
  /** Called with the bytes that are here, after every piece. */
  progress: (receivedBytes: number) => void;
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

const asAppError = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  if (FULL.includes(codeOf(error) ?? '')) return new AppError('update-disk-full', {}, error);
  return codeOf(error)?.startsWith('E') === true ? new AppError('update-folder-unusable', {}, error) : error;
};

/** Of a line that paused, so much may be caught up with. */
const CATCH_UP_MS = 1000;

/**
 * Keeps the bytes that come to the limit of the moment. What came before it was set does not count: to wait for that
 * would stop the download until the back office gives it up.
 */
const createPace = (limit: DownloadParts['limit'], signal: AbortSignal) => {
  let dueAt = performance.now();
  return async (bytes: number) => {
    const perSecond = limit();
    const now = performance.now();
    if (perSecond === null) {
      dueAt = now;
      return;
    }
    dueAt = Math.max(dueAt, now - CATCH_UP_MS) + (bytes / perSecond) * 1000;
    if (dueAt > now) await wait(dueAt - now, undefined, { signal });
  };
};

const beginAnew = async (part: OpenPart) => {
  await part.handle.truncate(0);
  part.size = 0;
  part.hash = createHash('sha256');
};

const fetchRest = async (release: Release, part: OpenPart, parts: DownloadParts, signal: AbortSignal) => {
  const tag = await parts.files.tagOf(release);
  const wish = { releaseId: release.releaseId, from: part.size, etag: tag };
  const pace = createPace(parts.limit, signal);
  const file = await parts.source.releaseFile(wish, signal);
  if (file.etag !== null && file.etag !== tag) await parts.files.keepTag(release, file.etag);
  if (file.from !== part.size) await beginAnew(part);
  for await (const chunk of file.chunks) {
    signal.throwIfAborted();
    if (part.size + chunk.byteLength > release.size) throw new AppError('update-too-large');
    await part.handle.write(chunk, 0, chunk.byteLength, part.size);
    part.hash.update(chunk);
    part.size += chunk.byteLength;
    parts.progress(part.size);
    await pace(chunk.byteLength);
  }
  if (part.size < release.size) throw new AppError('answer-unusable');
};

/**
 * One try to fetch what is missing of an installer, checked against the signed index over the very bytes that are kept.
 * Throws a connection reason (what has come is kept), `update-disk-full`, `update-folder-unusable`, and, having thrown
 * away everything, `update-too-large` and `update-hash-mismatch`.
 */
export const download = async (
  release: Release,
  parts: DownloadParts,
  signal: AbortSignal,
): Promise<void> => {
  const { files } = parts;
  try {
    const part = await files.openPart(release);
    try {
      if ((await parts.freeBytes()) < release.size - part.size + SPARE_BYTES) {
        throw new AppError('update-disk-full');
      }
      if (part.size < release.size) await fetchRest(release, part, parts, signal);
      if (part.hash.digest('hex') !== release.sha256) throw new AppError('update-hash-mismatch');
      await part.handle.sync();
    } finally {
      await part.handle.close();
    }
    await files.complete(release);
  } catch (error) {
    const isForged =
      error instanceof AppError && ['update-too-large', 'update-hash-mismatch'].includes(error.code);
    if (isForged) await files.discard(release);
    throw asAppError(error);
  }
};
