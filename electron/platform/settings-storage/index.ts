import { electronStorePreferencesStorage } from './electron-store-preferences-storage';
import { ownFileSettingsStorage } from './own-file-settings-storage';
import type { PreferencesStorage } from './preferences-storage';
import type { SettingsStorage } from './settings-storage';

export { createFakeSettingsStorage } from './fake-settings-storage.fixture';
export type { PreferencesStorage } from './preferences-storage';
export type { SettingsStorage } from './settings-storage';

export const createSettingsStorage = (): SettingsStorage => ownFileSettingsStorage;
export const createPreferencesStorage = (): PreferencesStorage => electronStorePreferencesStorage;
