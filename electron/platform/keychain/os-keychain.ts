import { createHash } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { isKeyStoreSilent } from '../message-bus';
import type { Keychain } from './keychain';

const SERVICE = 'Remote Service';
const PROBE = 'probe';

export interface OsKeychain extends Keychain {
  /** Whether a value can be kept and read back now. */
  isUsable(): Promise<boolean>;
}

const tooSlow = (limit: number) => {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  return { ended, stop: () => clearTimeout(timer) };
};

/** A locked store may show a dialog that nobody answers, and no signal ends the call: only an own timer does. */
const inTime = async <T>(limit: number, call: Promise<T>): Promise<T> => {
  const { ended, stop } = tooSlow(limit);
  try {
    return await Promise.race([call, ended]);
  } catch (error) {
    throw new AppError('keychain-unavailable', {}, error);
  } finally {
    stop();
  }
};

/**
 * The keychain of the operating system. The store is pinned: left to itself the library would fall back to the kernel's
 * keyring on Linux, which lives in memory only.
 */
export const createOsKeychain = (home: string, limit = 5000): OsKeychain => {
  const place = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const entry = async (name: string) => {
    if (process.platform === 'linux' && (await isKeyStoreSilent(limit)))
      throw new Error('the session bus is silent');
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return new AsyncEntry(SERVICE, `${name}:${place}`, { linux: { store: 'secret-service' } });
  };
  const get = (name: string) =>
    inTime(
      limit,
      entry(name).then((found) => found.getPassword()),
    );
  const set = (name: string, value: string) =>
    inTime(
      limit,
      entry(name).then((found) => found.setPassword(value)),
    );
  const remove = async (name: string) => {
    await inTime(
      limit,
      entry(name).then((found) => found.deleteCredential()),
    );
  };
  return {
    kind: 'os',
    get,
    set,
    delete: remove,
    isUsable: async () => {
      try {
        await set(PROBE, place);
        const readBack = await get(PROBE);
        await remove(PROBE);
        return readBack === place;
      } catch {
        return false;
      }
    },
  };
};
