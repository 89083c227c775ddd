import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuseSpecial } from './refuse-special';

/** The accounts besides the owner that may read the file. */
export type Readers = 'owner' | 'group';

/** The umask belongs to the whole process, so it is lifted only around this one synchronous call. */
export const createExclusively = (file: string, readers: Readers) => {
  const before = process.umask(readers === 'group' ? 0o037 : 0o077);
  try {
    return openSync(file, 'wx', readers === 'group' ? 0o640 : 0o600);
  } finally {
    process.umask(before);
  }
};

export const writeWhole = (descriptor: number, bytes: Uint8Array) => {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  fsyncSync(descriptor);
};

/** Makes a rename in `folder` last through a power cut; Windows has no such call and needs none. */
export const syncFolder = async (folder: string, platform: NodeJS.Platform = process.platform) => {
  if (platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Windows moves nothing over a file that somebody has open, a reader of ours or a virus scanner; that is soon over. */
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);
const IN_USE_TRIES = 20;
const IN_USE_PAUSE = 25;

/** A rename that waits half a second, on Windows alone, for those who have the old file open. Throws the system's error. */
export const renameOver = async (
  from: string,
  to: string,
  { platform = process.platform, move = rename }: { platform?: NodeJS.Platform; move?: typeof rename } = {},
) => {
  for (let tries = 1; ; tries += 1) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      const isInUse = platform === 'win32' && IN_USE.has((error as NodeJS.ErrnoException).code ?? '');
      if (!isInUse || tries === IN_USE_TRIES) throw error;
      await wait(IN_USE_PAUSE);
    }
  }
};

/**
 * Puts a small file in place whole: whoever reads it, and whenever this process ends, it is the old or the new one.
 * Throws the system's error, also where something else than a file is in the way; nothing of the old file is lost then.
 */
export const replaceFile = async (file: string, content: string | Uint8Array, readers: Readers = 'owner') => {
  const temporary = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  await refuseSpecial(file);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const descriptor = createExclusively(temporary, readers);
  try {
    try {
      writeWhole(descriptor, bytes);
    } finally {
      closeSync(descriptor);
    }
    await renameOver(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
};
