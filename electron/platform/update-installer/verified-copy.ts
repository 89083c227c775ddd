import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { AppError } from '@shared/errors/app-error';
import type { InstallerPackage } from './update-installer';

const CHUNK_BYTES = 1024 * 1024;
// Windows does not know the flag; there it is undefined and files are opened plainly.
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

const copyAndHash = async (from: FileHandle, to: FileHandle, size: number): Promise<string> => {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = 0; at <= size;) {
    const { bytesRead } = await from.read(buffer, 0, CHUNK_BYTES, at);
    if (bytesRead === 0) break;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    await to.writeFile(bytes);
    at += bytesRead;
  }
  return hash.digest('hex');
};

/**
 * Copies an installer to `target`, which must not exist, hashing the very bytes that it writes: whoever exchanges the
 * original in the meantime exchanges nothing that is started. Throws `update-changed`; `target` is gone then.
 */
export const verifiedCopy = async (
  { file, sha256, size }: InstallerPackage,
  target: string,
  mode: number,
) => {
  const source = await open(file, constants.O_RDONLY | NO_FOLLOW).catch((error: unknown) => {
    throw new AppError('update-changed', {}, error);
  });
  try {
    const copy = await open(target, 'wx', mode);
    try {
      const copied = await copyAndHash(source, copy, size);
      if (copied !== sha256) throw new AppError('update-changed');
      await copy.sync();
    } finally {
      await copy.close();
    }
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    await source.close();
  }
};
