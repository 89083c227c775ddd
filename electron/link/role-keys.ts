import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '@electron/platform/private-files/index';
import { AppError } from '@shared/errors/app-error';
import { ROLES, type Role } from './role';
import { isTrustedOwner } from './run-folder';

const KEY_TEXT = /^[\w-]{43}$/;
const fileOf = (runFolder: string, role: Role) => path.join(runFolder, `${role}.key`);

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException | null)?.code === code;

/**
 * Reads a role's key; everything is checked on the open descriptor. Throws `AppError`: `service-stopped` (no key yet),
 * `not-allowed` (closed to this account), `service-untrusted` (a link, a stranger's file, or one that others may write).
 */
export const readRoleKey = (runFolder: string, role: Role, owners?: readonly number[]): Buffer => {
  const file = fileOf(runFolder, role);
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw new AppError('service-stopped', {}, error);
    throw new AppError(isCode(error, 'EACCES') ? 'not-allowed' : 'service-untrusted', {}, error);
  }
  try {
    const stat = fstatSync(descriptor);
    const isSound =
      stat.isFile() && isTrustedOwner(stat.uid, owners) && (stat.mode & 0o027) === 0 && stat.size <= 64;
    const text = isSound ? readFileSync(descriptor, 'utf8').trim() : '';
    if (!KEY_TEXT.test(text)) throw new AppError('service-untrusted', { file });
    return Buffer.from(text, 'base64url');
  } finally {
    closeSync(descriptor);
  }
};

/**
 * The service's side: makes the keys that are missing and reads them all; a file it cannot trust is an error. The operators'
 * group may read what makes one a viewer or an operator; the administrator's key is for the service's account and root alone.
 */
export const ensureRoleKeys = async (runFolder: string): Promise<Record<Role, Buffer>> => {
  const keyOf = async (role: Role): Promise<[Role, Buffer]> => {
    try {
      return [role, readRoleKey(runFolder, role)];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-stopped') throw error;
    }
    const readers = role === 'administrator' ? 'owner' : 'group';
    await replaceFile(fileOf(runFolder, role), `${randomBytes(32).toString('base64url')}\n`, readers);
    return [role, readRoleKey(runFolder, role)];
  };
  return Object.fromEntries(await Promise.all(ROLES.map(keyOf))) as Record<Role, Buffer>;
};
