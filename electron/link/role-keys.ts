import { randomBytes } from 'node:crypto';
import {
  createLocalEndpoint,
  type KeyFile,
  type LocalEndpoint,
  type Trust,
} from '@electron/platform/local-endpoint';
import { AppError } from '@shared/errors/app-error';
import { ROLES, type Role } from './role';

/**
 * The operators' group may read what makes one a viewer or an operator; the administrator's key is for the service's
 * account and root alone.
 */
const fileOf = (runFolder: string, role: Role): KeyFile => ({
  runFolder,
  name: role,
  readers: role === 'administrator' ? 'owner' : 'group',
});

/**
 * Reads a role's key. Throws `AppError`: `service-stopped` (no key yet), `not-allowed` (closed to this account),
 * `service-untrusted` (a link, a stranger's file, or one that others may write).
 */
export const readRoleKey = (
  runFolder: string,
  role: Role,
  trust?: Trust,
  endpoint: LocalEndpoint = createLocalEndpoint(),
): Buffer => endpoint.readKey(fileOf(runFolder, role), trust);

/** The service's side: makes the keys that are missing and reads them all; a file it cannot trust is an error. */
export const ensureRoleKeys = async (
  runFolder: string,
  endpoint: LocalEndpoint = createLocalEndpoint(),
): Promise<Record<Role, Buffer>> => {
  const keyOf = async (role: Role): Promise<[Role, Buffer]> => {
    const file = fileOf(runFolder, role);
    try {
      return [role, endpoint.readKey(file)];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-stopped') throw error;
    }
    await endpoint.writeKey(file, randomBytes(32));
    return [role, endpoint.readKey(file)];
  };
  return Object.fromEntries(await Promise.all(ROLES.map(keyOf))) as Record<Role, Buffer>;
};
