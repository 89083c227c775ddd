import { randomBytes } from 'node:crypto';
import path from 'node:path';
import {
  createLocalEndpoint,
  type KeyFile,
  type LocalEndpoint,
  type EndpointTrust,
} from '@electron/platform/local-endpoint';
import { withFileLock } from '@electron/platform/private-files';
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
  trust?: EndpointTrust,
  endpoint: LocalEndpoint = createLocalEndpoint(),
): Buffer => endpoint.readKey(fileOf(runFolder, role), trust);

const NOT_USABLE = new Set(['service-untrusted', 'not-allowed']);

/**
 * The service's side: makes the keys that are missing and reads them all. In its folder, which this account alone may
 * change, a file that is no key of its own is damage: it is moved aside, and a new key takes its place. No client can
 * have been let in with it.
 */
export const ensureRoleKeys = async (
  runFolder: string,
  endpoint: LocalEndpoint = createLocalEndpoint(),
  onDamaged: (file: string, keptAs: string) => void = () => undefined,
): Promise<Record<Role, Buffer>> => {
  const keyOf = (role: Role): Buffer | null => {
    try {
      return endpoint.readKey(fileOf(runFolder, role));
    } catch (error) {
      const isUnusable = error instanceof AppError && NOT_USABLE.has(error.code);
      if (isUnusable || (error instanceof AppError && error.code === 'service-stopped')) return null;
      throw error;
    }
  };
  const missing = () => ROLES.filter((role) => keyOf(role) === null);
  if (missing().length > 0) {
    // Of two services that start at once one makes the keys, and the other reads them: nothing replaces a key in use.
    await withFileLock(path.join(runFolder, 'role-keys.lock'), async () => {
      for (const role of missing()) {
        const key = fileOf(runFolder, role);
        const aside = await endpoint.setKeyAside(key).catch(() => null);
        if (aside !== null) onDamaged(aside.file, aside.keptAs);
        await endpoint.writeKey(key, randomBytes(32));
      }
    });
  }
  const keys = ROLES.map((role) => [role, endpoint.readKey(fileOf(runFolder, role))] as const);
  return Object.fromEntries(keys) as Record<Role, Buffer>;
};
