import type { SettingsState } from '@shared/contract/page/page-contract';
import { createLog } from '@electron/log/create-log';
import { createDataFolders } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { createSettingsRepository, type SettingsRepository } from '@electron/settings/settings-repository';
import type { StartFacts } from '@electron/start/start-facts';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import { openPreferences } from './preferences-store';
import { isClosed } from './supervision/connect-as-allowed';

/** An account to which the settings are closed still gets a window, which says so. */
const readAllowed = async (settings: SettingsRepository): Promise<SettingsState | null> => {
  try {
    return await settings.read();
  } catch (error) {
    if (isClosed(error)) return null;
    throw error;
  }
};

/**
 * Opens the folders and files that the app needs before its window opens. Throws `data-folder-unsafe`, `data-folder-unusable` or
 * `vendor-profile-invalid`.
 */
export const openAppFolders = async (facts: StartFacts) => {
  const { pathStyle, ...folders } = createDataFolders();
  const paths = folders.prepare(facts);
  const storage = createSettingsStorage();
  const settings = createSettingsRepository({
    paths,
    pathStyle,
    storage,
    openKeychain: () => openKeychain({ home: paths.home, state: paths.state }),
  });
  const [vendor, preferences, settingsState] = await Promise.all([
    readVendorProfile(facts.vendorFile),
    openPreferences(paths, storage),
    readAllowed(settings),
  ]);
  return {
    paths,
    pathStyle,
    log: createLog(paths.logs, 'app.log'),
    settings,
    settingsState,
    vendor,
    preferences,
  };
};

export type AppFolders = Awaited<ReturnType<typeof openAppFolders>>;
