import { electronStoreSettingsStorage } from './electron-store-settings-storage';
import type { SettingsStorage } from './settings-storage';

export { createFakeSettingsStorage } from './fake-settings-storage.fixture';
export type { SettingsStorage } from './settings-storage';

export const createSettingsStorage = (): SettingsStorage => electronStoreSettingsStorage;
