import { randomBytes } from 'node:crypto';
import { closeSync } from 'node:fs';
import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { holdFolder, type HeldFolder } from './held-folder';
import { createExclusively, renameOver, writeWhole, type Readers } from './replace-file';

/** Something lies in the way that this account did not put there; `file` is its path. */
export class UnsafePlace extends Error {
  constructor(
    readonly file: string,
    cause?: unknown,
  ) {
    super('unsafe-place', { cause });
  }
}

const ROOT = 0;
const WRITABLE_BY_OTHERS = 0o022;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** Own account or root. Windows numbers nobody; its access lists decide. */
const isOurs = ({ uid }: { uid: number }) => {
  const own = process.geteuid?.();
  return own === undefined || uid === own || uid === ROOT;
};

const holdOwnFolder = async (folder: string): Promise<HeldFolder> => {
  const held = await holdFolder(folder).catch((error: unknown) => {
    if (['ELOOP', 'ENOTDIR'].includes(codeOf(error))) throw new UnsafePlace(folder, error);
    throw error;
  });
  const isClosed = process.geteuid === undefined || (held.facts.mode & WRITABLE_BY_OTHERS) === 0;
  if (isOurs(held.facts) && isClosed) return held;
  await held.close();
  throw new UnsafePlace(folder);
};

const refuseStrange = async (held: HeldFolder, folder: string, name: string, isTakenOver: boolean) => {
  const facts = await lstat(held.at(name)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (facts === null) return;
  if (!facts.isFile() || !(isTakenOver || isOurs(facts))) throw new UnsafePlace(path.join(folder, name));
};

/** What a process that was killed while writing left behind, ours and electron-store's. */
const leftoversOf = async (held: HeldFolder, name: string) =>
  (await readdir(held.at('.'))).filter(
    (entry) => entry.startsWith(`${name}.tmp-`) || (entry.startsWith(`.${name}.`) && entry.endsWith('.tmp')),
  );

const writeIn = async (held: HeldFolder, name: string, bytes: Uint8Array, readers: Readers) => {
  const temporary = held.at(`.${name}.${randomBytes(6).toString('hex')}.tmp`);
  const descriptor = createExclusively(temporary, readers);
  try {
    try {
      writeWhole(descriptor, bytes);
    } finally {
      closeSync(descriptor);
    }
    await renameOver(temporary, held.at(name));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
};

/**
 * Replaces a file that this account alone writes, whole, without ever leaving the folder: the folder is held open and is
 * no link, the content goes into a new file in it, and a rename in it puts that in place. Throws `UnsafePlace` where the
 * folder or the file is a link, belongs to another account than this one or root, or is open to others; the system's
 * error otherwise. The old file is as it was then. `isTakenOver`: the file may be another account's. The caller holds the
 * lock.
 */
export const replaceOwnFile = async (
  file: string,
  content: string | Uint8Array,
  { readers = 'owner', isTakenOver = false }: { readers?: Readers; isTakenOver?: boolean } = {},
): Promise<void> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { dir: folder, base: name } = path.parse(file);
  const held = await holdOwnFolder(folder);
  try {
    await refuseStrange(held, folder, name, isTakenOver);
    await writeIn(held, name, bytes, readers);
    await held.flush();
    const leftovers = await leftoversOf(held, name);
    await Promise.all(leftovers.map((entry) => unlink(held.at(entry)).catch(() => undefined)));
  } finally {
    await held.close();
  }
};
