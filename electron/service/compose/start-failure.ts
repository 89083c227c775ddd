import { AppError } from '@shared/errors/app-error';

const OF_THE_DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EISDIR']);

const systemCodeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

/** Why the service cannot start: a disk that takes nothing is the data folder's, anything unknown is `internal`. */
export const startFailure = (error: unknown, folder: string): AppError => {
  if (error instanceof AppError) return error;
  const isOfTheDisk = OF_THE_DISK.has(String(systemCodeOf(error)));
  return isOfTheDisk
    ? new AppError('data-folder-unusable', { folder }, error)
    : new AppError('internal', {}, error);
};
