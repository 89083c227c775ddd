import { AppError } from '@shared/errors/app-error';
import { LICENCE_SERVER_REASONS, type LicenceServerReason } from '@shared/errors/error-catalogue';

/** Stands beside the system's own codes: the folder is one of the system's or the program's own. */
export const PROTECTED = 'EPROTECTED';

const REASONS: Readonly<Record<string, LicenceServerReason>> = {
  ENOENT: 'path-missing',
  ENOTDIR: 'not-a-folder',
  EACCES: 'access-denied',
  EPERM: 'access-denied',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'file-in-use',
  ETXTBSY: 'file-in-use',
  EEXIST: 'file-in-use',
  [PROTECTED]: 'folder-protected',
  ELOOP: 'link-in-the-way',
  EMLINK: 'link-in-the-way',
  EISDIR: 'licence-file-unreadable',
  EFBIG: 'licence-file-unreadable',
  ETIMEDOUT: 'timed-out',
  // Only a link or a mount swapped in between makes a rename inside one folder cross file systems.
  EXDEV: 'verify-failed',
};

/** The error numbers by which a disk of this machine, and no share, says that it cannot be read or written. */
const OF_A_DISK = new Set(['EIO', 'ENXIO', 'ENODEV', 'EUCLEAN', 'EREMOTEIO', 'EBADMSG']);

export const errnoOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const isReason = (code: string): code is LicenceServerReason =>
  (LICENCE_SERVER_REASONS as readonly string[]).includes(code);

/** Why a licence folder could not be used: the reason an `AppError` carries, or that of the system's error number. */
export const reasonOf = (error: unknown): LicenceServerReason => {
  const code = errnoOf(error);
  if (code === null) return 'share-unreachable';
  if (error instanceof AppError) return isReason(code) ? code : 'share-unreachable';
  // EIO, ESTALE, EHOSTDOWN and all others say that the disk or the share under the folder does not serve it.
  return REASONS[code] ?? 'share-unreachable';
};

/** The same failure where the folder lies on a disk of this machine: then it is not a share that does not answer. */
export const ofLocalDisk = (error: unknown): unknown => {
  const isOfDisk = !(error instanceof AppError) && OF_A_DISK.has(errnoOf(error) ?? '');
  return isOfDisk ? new AppError('disk-failing', {}, error) : error;
};
