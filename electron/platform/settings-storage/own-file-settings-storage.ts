import { replaceOwnFile } from '../private-files';
import type { SettingsStorage } from './settings-storage';

/** Never through a link: electron-store resolves the file's path first, and so writes wherever a link leads by then. */
export const ownFileSettingsStorage: SettingsStorage = {
  write: (file, value, readers = 'owner') =>
    replaceOwnFile(file, `${JSON.stringify(value, null, 2)}\n`, { readers }),
};
