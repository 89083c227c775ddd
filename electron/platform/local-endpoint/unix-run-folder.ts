import { closeSync, constants, lstatSync, openSync, type Stats } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { EndpointAddress, EndpointTrust } from './local-endpoint';

export const SOCKET_NAME = 'service.sock';

/** The length that fits into `sun_path` with its closing zero, with room to spare: 108 bytes on Linux, 104 on the BSDs. */
const ADDRESS_CAP = 100;

/** Own account or root, unless the look has found the accounts to expect. */
export const isTrustedOwner = (uid: number, { owners }: EndpointTrust = {}) => {
  const own = process.getuid?.();
  return own === undefined || (owners ?? [own, 0]).includes(uid);
};

const statOf = (file: string): Stats => {
  try {
    return lstatSync(file);
  } catch (error) {
    const isClosed = (error as NodeJS.ErrnoException).code === 'EACCES';
    throw new AppError(isClosed ? 'not-allowed' : 'service-stopped', {}, error);
  }
};

/**
 * The accounts that may own what an installed service has in its run folder: only the administrator may write to the
 * folder around it, so whom that folder belongs to is whom the service manager gave it to, whichever account that is.
 */
const installedOwners = (runFolder: string): EndpointTrust => {
  const around = statOf(path.dirname(runFolder));
  const isClosed = around.isDirectory() && around.uid === 0 && (around.mode & 0o022) === 0;
  if (!isClosed) throw new AppError('service-untrusted', { file: path.dirname(runFolder) });
  return { owners: [0, statOf(runFolder).uid] };
};

/** The socket's address; one too long for the system goes through the open folder. */
export const openSocketAddress = (runFolder: string): EndpointAddress => {
  const direct = path.join(runFolder, SOCKET_NAME);
  if (Buffer.byteLength(direct) <= ADDRESS_CAP) return { path: direct, release: () => undefined };
  const descriptor = openSync(runFolder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  return { path: `/proc/self/fd/${descriptor}/${SOCKET_NAME}`, release: () => closeSync(descriptor) };
};

/** Folder and socket belong to whom they should, and nobody else could have put them there. */
export const checkRunFolder = (runFolder: string, mode: 'embedded' | 'installed'): EndpointTrust => {
  const trust = mode === 'installed' ? installedOwners(runFolder) : {};
  const folder = statOf(runFolder);
  if (!folder.isDirectory() || !isTrustedOwner(folder.uid, trust) || (folder.mode & 0o022) !== 0) {
    throw new AppError('service-untrusted', { file: runFolder });
  }
  const file = path.join(runFolder, SOCKET_NAME);
  const socket = statOf(file);
  if (!socket.isSocket() || !isTrustedOwner(socket.uid, trust))
    throw new AppError('service-untrusted', { file });
  return trust;
};
