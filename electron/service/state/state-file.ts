import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { readSmallFile, replaceFile, type SmallFile } from '@electron/platform/private-files/index';
import { stateReports } from './state-reports';

const CAP = 4 * 1024 * 1024;

/** `broken`: it was there but could not be used, and lies now beside its place as `keptAs` (null where even that failed). */
export type StateRead<T> =
  { outcome: 'read'; value: T } | { outcome: 'missing' } | { outcome: 'broken'; keptAs: string | null };

/** Moves what cannot be used out of the way, whole, and says so; gives its new path, or null where it could not be moved. */
export const setAside = async (file: string, now: number): Promise<string | null> => {
  let keptAs: string | null = `${file}.broken-${now}`;
  try {
    await rename(file, keptAs);
  } catch {
    keptAs = null;
  }
  stateReports.damaged(file, keptAs);
  return keptAs;
};

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Like `readSmallFile`, for a disk that does not even give the file: it counts as damaged, and the service goes on. */
export const readStateBytes = async (file: string, cap: number): Promise<SmallFile> => {
  try {
    return await readSmallFile(file, cap);
  } catch {
    return { found: false, reason: 'denied' };
  }
};

/** Reads a JSON file of the service's state. One that is no JSON or does not fit the schema is kept aside. */
export const readStateFile = async <T>(
  file: string,
  schema: z.ZodType<T>,
  now: number,
): Promise<StateRead<T>> => {
  const read = await readStateBytes(file, CAP);
  if (!read.found && read.reason === 'missing') return { outcome: 'missing' };
  const parsed = schema.safeParse(read.found ? parse(read.bytes) : undefined);
  if (parsed.success) return { outcome: 'read', value: parsed.data };
  return { outcome: 'broken', keptAs: await setAside(file, now) };
};

const OF_THE_PLACE = new Set(['EISDIR', 'ENOENT', 'ENOTEMPTY']);

/** Puts a file of the state in place, whole. What stands in its way while the service runs is moved aside. */
export const putStateFile = async (file: string, content: string | Uint8Array): Promise<void> => {
  try {
    await replaceFile(file, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && !OF_THE_PLACE.has(code)) throw error;
    if (code === 'ENOENT') await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    else await setAside(file, Date.now());
    await replaceFile(file, content);
  }
};

const createWriter = (file: string, put: (write: () => Promise<void>) => Promise<void>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (value: unknown): Promise<void> => {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const writing = last.then(() => put(() => putStateFile(file, text)));
    last = writing.catch(() => undefined);
    return writing;
  };
};

/**
 * Writes a JSON file of the service's state, whole: a crash leaves the old or the new one. Calls for one file follow each
 * other. Where the disk does not take it the newest content is written as soon as it does; it never rejects.
 */
export const createStateWriter = (file: string): ((value: unknown) => Promise<void>) =>
  createWriter(file, (write) => stateReports.writeOrKeep(file, write));

/** The same for what must not go on before it is on the disk: rejects where it could not be written. */
export const createStrictStateWriter = (file: string): ((value: unknown) => Promise<void>) =>
  createWriter(file, async (write) => {
    try {
      await write();
    } catch (error) {
      stateReports.notStored(error);
      throw error;
    }
  });
