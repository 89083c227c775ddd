import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { refuseSpecial } from './refuse-special';
import { syncFolder } from './replace-file';

// Memory sticks and some shares know no hard links.
const NO_LINKS_HERE = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV']);
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

const isThere = async (file: string) => {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

const exists = (file: string) => new AppError('file-exists', { file: path.basename(file).slice(0, 255) });

/** A second name for the file fails where the name is taken, in one step; then the first name goes. */
const moveToFreeName = async (from: string, to: string) => {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists(to);
    if (!NO_LINKS_HERE.has(codeOf(error))) throw error;
    if (await isThere(to)) throw exists(to);
    await rename(from, to);
    return;
  }
  await rm(from, { force: true });
};

/** Who is to be able to read a copy: `all`, on another machine too, or its owner. */
type CopyReaders = 'all' | 'owner';

const writeTemporary = async (temporary: string, bytes: Uint8Array, readers: CopyReaders) => {
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
  const handle = await open(temporary, flags, 0o600);
  try {
    await handle.writeFile(bytes);
    // Made to be carried to another machine, where the licence server's account has to read it.
    if (readers === 'all') await handle.chmod(0o644).catch(() => undefined);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Saves a copy for a person, whole or not at all. `isOver`: the person has agreed to replace a file of that name; a link
 * there is replaced, never followed. Throws `file-exists` and `file-not-saved`; nothing of an old file is lost then.
 */
export const saveCopy = async (
  file: string,
  bytes: Uint8Array,
  { isOver, readers = 'all' }: { isOver: boolean; readers?: CopyReaders },
) => {
  const temporary = path.join(path.dirname(file), `.${randomBytes(9).toString('hex')}.tmp`);
  try {
    await refuseSpecial(file);
    await writeTemporary(temporary, bytes, readers);
    await (isOver ? rename(temporary, file) : moveToFreeName(temporary, file));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof AppError) throw error;
    throw new AppError('file-not-saved', { file: path.basename(file).slice(0, 255) }, error);
  }
  // The copy is in place; a file system that cannot flush a folder is no reason to say otherwise.
  await syncFolder(path.dirname(file)).catch(() => undefined);
};
