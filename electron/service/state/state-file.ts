import { rename } from 'node:fs/promises';
import type { z } from 'zod';
import { readSmallFile, replaceFile } from '@electron/platform/private-files/index';

const CAP = 4 * 1024 * 1024;

/** `broken`: it was there but could not be used, and lies now beside its place as `keptAs` (null where even that failed). */
export type StateRead<T> =
  { outcome: 'read'; value: T } | { outcome: 'missing' } | { outcome: 'broken'; keptAs: string | null };

/** Moves a file that cannot be used out of the way, whole; gives its new path, or null where it could not be moved. */
export const setAside = async (file: string, now: number): Promise<string | null> => {
  const keptAs = `${file}.broken-${now}`;
  try {
    await rename(file, keptAs);
    return keptAs;
  } catch {
    return null;
  }
};

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Reads a JSON file of the service's state. One that is no JSON or does not fit the schema is kept aside. */
export const readStateFile = async <T>(
  file: string,
  schema: z.ZodType<T>,
  now: number,
): Promise<StateRead<T>> => {
  const read = await readSmallFile(file, CAP);
  if (!read.found && read.reason === 'missing') return { outcome: 'missing' };
  const parsed = schema.safeParse(read.found ? parse(read.bytes) : undefined);
  if (parsed.success) return { outcome: 'read', value: parsed.data };
  return { outcome: 'broken', keptAs: await setAside(file, now) };
};

/** Writes a JSON file of the service's state, whole: a crash leaves the old or the new one. Calls for one file follow each other. */
export const createStateWriter = (file: string): ((value: unknown) => Promise<void>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const writing = last.then(() => replaceFile(file, text));
    last = writing.catch(() => undefined);
    return writing;
  };
};
