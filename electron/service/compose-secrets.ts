import type { DataPaths } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { ensureSealingKey, openSecret } from '@electron/settings/sealing';
import type { ConnectionDependencies } from './back-office/connection-dependencies';

/** The keychain is opened when something is first kept or read in it: it may ask a person to unlock it. */
export const composeSecrets = (paths: DataPaths, onOpened: (kind: 'os' | 'file') => void) => {
  const keychain = async () => {
    const opened = await openKeychain({ home: paths.home, state: paths.state });
    onOpened(opened.kind);
    return opened;
  };
  const tokens: ConnectionDependencies['tokens'] = {
    get: async (name) => (await keychain()).get(name),
    set: async (name, value) => (await keychain()).set(name, value),
    delete: async (name) => (await keychain()).delete(name),
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
