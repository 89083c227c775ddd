import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type * as Electron from 'electron';
import { syncFolder } from '../private-files';
import type { SettingsStorage } from './settings-storage';

/** electron-store answers any page over a channel of its own once it is used; no page of ours needs it. */
const closeStoreChannel = async () => {
  const { ipcMain } = (await import('electron')) as Partial<typeof Electron>;
  ipcMain?.removeAllListeners('electron-store-get-data');
};

/** Files left behind by a process that was killed while writing. */
const removeLeftovers = async (folder: string, name: string) => {
  const leftovers = (await readdir(folder)).filter((entry) => entry.startsWith(`${name}.json.tmp-`));
  await Promise.all(leftovers.map((entry) => rm(path.join(folder, entry), { force: true })));
};

/** The library is loaded on the first write: it needs Electron, and most commands never write. */
export const electronStoreSettingsStorage: SettingsStorage = {
  write: async (folder, name, value, readers = 'owner') => {
    // With this variable set the library writes in place, without a temporary file.
    delete process.env['SNAP'];
    const { default: Store } = await import('electron-store');
    const store = new Store({
      cwd: folder,
      name,
      clearInvalidConfig: true,
      configFileMode: readers === 'group' ? 0o640 : 0o600,
      accessPropertiesByDotNotation: false,
      serialize: (content) => `${JSON.stringify(content, null, 2)}\n`,
    });
    await closeStoreChannel();
    store.store = { ...value };
    await syncFolder(folder);
    await removeLeftovers(folder, name);
  },
};
