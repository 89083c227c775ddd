import { AppError } from '@shared/errors/app-error';
import type { Keychain } from './keychain';

export interface FakeKeychain extends Keychain {
  /** While true every call fails as that of a locked keychain. */
  isLocked: boolean;
}

/** Keeps values in memory; for tests. */
export const createFakeKeychain = (kind: Keychain['kind'] = 'os'): FakeKeychain => {
  const values = new Map<string, string>();
  const whenOpen = <T>(run: () => T): Promise<T> =>
    keychain.isLocked ? Promise.reject(new AppError('keychain-unavailable')) : Promise.resolve(run());
  const keychain: FakeKeychain = {
    kind,
    isLocked: false,
    get: (name) => whenOpen(() => values.get(name) ?? null),
    set: (name, value) => whenOpen(() => void values.set(name, value)),
    delete: (name) => whenOpen(() => void values.delete(name)),
  };
  return keychain;
};
