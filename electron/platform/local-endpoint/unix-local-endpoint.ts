import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { replaceFile } from '../private-files';
import { KEY_FILE_CAP, keyOf, keyTextOf } from './key-text';
import type { KeyFile, LocalEndpoint, EndpointTrust } from './local-endpoint';
import { claimSocket } from './unix-claim';
import { openIdentities, showIdentity, takeIdentity } from './unix-identities';
import { isTrustedOwner, checkRunFolder, openSocketAddress } from './unix-run-folder';

const fileOf = ({ runFolder, name }: KeyFile) => path.join(runFolder, `${name}.key`);

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException | null)?.code === code;

const openKey = (file: string): number => {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw new AppError('service-stopped', {}, error);
    throw new AppError(isCode(error, 'EACCES') ? 'not-allowed' : 'service-untrusted', {}, error);
  }
};

const readKey = (key: KeyFile, trust?: EndpointTrust): Buffer => {
  const file = fileOf(key);
  const descriptor = openKey(file);
  try {
    const stat = fstatSync(descriptor);
    const isOurs = isTrustedOwner(stat.uid, trust) && (stat.mode & 0o027) === 0;
    const isSound = stat.isFile() && isOurs && stat.size <= KEY_FILE_CAP;
    return keyOf(isSound ? readFileSync(descriptor, 'utf8') : '', file);
  } finally {
    closeSync(descriptor);
  }
};

/** A socket for owner and group in a folder that only they may enter; owners and modes say whose everything is. */
export const unixLocalEndpoint: LocalEndpoint = {
  connectFailures: { EACCES: 'not-allowed', EAGAIN: 'service-busy' },
  claim: claimSocket,
  findOwners: checkRunFolder,
  address: openSocketAddress,
  readKey,
  showsAccounts: true,
  openIdentities,
  showIdentity,
  takeIdentity,
  setKeyAside: async (key) => {
    const [file, keptAs] = [fileOf(key), `${fileOf(key)}.broken-${Date.now()}`];
    await rename(file, keptAs);
    return { file, keptAs };
  },
  writeKey: (key, bytes) => replaceFile(fileOf(key), keyTextOf(bytes), key.readers),
};
