import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { ROLES, type Role } from './role';
import { underUmask } from './tight-umask';
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

const createRoleKey = (runFolder: string, role: Role) => {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const descriptor = underUmask(0o027, () => openSync(fileOf(runFolder, role), flags, 0o640));
  try {
    writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** The service's side: makes the keys that are missing and reads them all; a file it cannot trust is an error. */
export const ensureRoleKeys = (runFolder: string): Record<Role, Buffer> => {
  const keyOf = (role: Role) => {
    try {
      createRoleKey(runFolder, role);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    return readRoleKey(runFolder, role);
  };
  return Object.fromEntries(ROLES.map((role) => [role, keyOf(role)])) as Record<Role, Buffer>;
};
