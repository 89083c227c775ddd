import { AppError } from '@shared/errors/app-error';
import type { DataPaths } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { ensureSealingKey, openSecret } from '@electron/settings/sealing';
import type { ConnectionDependencies } from '@electron/service/back-office/connection/connection-dependencies';

/** The keychain is opened when something is first kept or read in it: it may ask a person to unlock it. */
export const composeSecrets = (paths: DataPaths, onOpened: (kind: 'os' | 'file') => void) => {
  const keychain = async () => {
    const opened = await openKeychain(paths);
    onOpened(opened.kind);
    return opened;
  };
  /** Where a store was lost a new key takes its place at once: nobody may go on sealing to the lost one. */
  const whole = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof AppError && error.code === 'keychain-damaged') {
        await ensureSealingKey(paths, await keychain());
      }
      throw error;
    }
  };
  const tokens: ConnectionDependencies['tokens'] = {
    get: (name) => whole(async () => (await keychain()).get(name)),
    set: (name, value) => whole(async () => (await keychain()).set(name, value)),
    delete: (name) => whole(async () => (await keychain()).delete(name)),
  };
  return {
    tokens,
    /** An installed service has its key before anybody seals to it: those who do cannot make one. */
    prepare: async () => {
      if (paths.mode === 'installed') await ensureSealingKey(paths, await keychain());
    },
    openSecret: async (sealed: string) => openSecret(sealed, await ensureSealingKey(paths, await keychain())),
  };
};
