import type { FileHandle } from 'node:fs/promises';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import { decodeRecord, entryOf, numberOfLine } from './audit-record';
import { LINE_CAP, NEWLINE } from './scan-audit-log';

/** Below this a part of the log is read in one piece; twice the longest line has room in half of it. */
const WINDOW = 4 * LINE_CAP;
/** An answer has to fit into one frame of the service link. */
const PAGE_CAP = 262_144;

const readRange = async (handle: FileHandle, from: number, to: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
};

/** The first line that begins in these bytes at `from` or later, with where it begins; null where none is whole. */
const lineFrom = (bytes: Buffer, from: number) => {
  const end = bytes.indexOf(NEWLINE, from);
  return end === -1 ? null : { line: bytes.subarray(from, end), next: end + 1 };
};

/** In a part of the log: where the first record of at least this number begins; `to` when all are earlier. */
const searchPart = async (handle: FileHandle, from: number, to: number, number: number) => {
  const bytes = await readRange(handle, from, to);
  for (let at = 0; ;) {
    const found = lineFrom(bytes, at);
    if (found === null) return to;
    if ((numberOfLine(found.line) ?? 0) >= number) return from + at;
    at = found.next;
  }
};

/**
 * Where the first record of at least this number begins in a log whose numbers rise, `size` when all are earlier: a few
 * reads, whatever its size. Null where it does not look like such a log.
 */
export const findRecord = async (
  handle: FileHandle,
  size: number,
  number: number,
): Promise<number | null> => {
  let [low, high] = [0, size];
  while (high - low > WINDOW) {
    const middle = low + Math.floor((high - low) / 2);
    const bytes = await readRange(handle, middle, middle + 2 * LINE_CAP);
    const begin = bytes.indexOf(NEWLINE) + 1;
    const found = begin === 0 ? null : lineFrom(bytes, begin);
    const there = found === null ? null : numberOfLine(found.line);
    if (there === null) return null;
    if (there >= number) high = middle + begin;
    else low = middle + begin;
  }
  return searchPart(handle, low, high, number);
};

/** The line that ends there, without its line end. */
export const lineBefore = async (handle: FileHandle, end: number): Promise<Buffer> => {
  const bytes = await readRange(handle, Math.max(0, end - LINE_CAP), Math.max(0, end - 1));
  return bytes.subarray(bytes.lastIndexOf(NEWLINE) + 1);
};

/** The line that begins there; as much of it as a record can have. */
export const lineAt = async (handle: FileHandle, begin: number, size: number): Promise<Buffer> => {
  const bytes = await readRange(handle, begin, Math.min(size, begin + LINE_CAP));
  return lineFrom(bytes, 0)?.line ?? bytes;
};

/** The last entries that end there, newest first: at most `limit`, and no more than an answer can carry. */
export const entriesBefore = async (
  handle: FileHandle,
  end: number,
  limit: number,
): Promise<ActivityEntry[]> => {
  const from = Math.max(0, end - PAGE_CAP);
  const lines = (await readRange(handle, from, end)).toString('utf8').split('\n');
  // Behind the last line end there is nothing, and before the first may be a part of a line.
  lines.pop();
  if (from > 0) lines.shift();
  const records = lines.slice(Math.max(0, lines.length - limit)).map(decodeRecord);
  return records
    .filter((record) => record !== null)
    .map(entryOf)
    .reverse();
};
