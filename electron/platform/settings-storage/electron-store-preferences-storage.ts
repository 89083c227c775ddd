import path from 'node:path';
import type * as Electron from 'electron';
import { syncFolder } from '../private-files';
import type { PreferencesStorage } from './preferences-storage';

/** electron-store answers any page over a channel of its own once it is used; no page of ours needs it. */
const closeStoreChannel = async () => {
  const { ipcMain } = (await import('electron')) as Partial<typeof Electron>;
  ipcMain?.removeAllListeners('electron-store-get-data');
};

/** The library is loaded on the first write: most people never change what it keeps. */
export const electronStorePreferencesStorage: PreferencesStorage = {
  write: async (file, value) => {
    // With this variable set the library writes in place, without a temporary file.
    delete process.env['SNAP'];
    const { default: Store } = await import('electron-store');
    const { dir: cwd, name } = path.parse(file);
    const store = new Store({
      cwd,
      name,
      clearInvalidConfig: true,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      serialize: (content) => `${JSON.stringify(content, null, 2)}\n`,
    });
    await closeStoreChannel();
    store.store = { ...value };
    await syncFolder(cwd);
  },
};
