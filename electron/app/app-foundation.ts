import { createLog } from '@electron/log/create-log';
import { createDataFolders } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { createSettingsRepository } from '@electron/settings/settings-repository';
import type { StartFacts } from '@electron/start-facts';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import { openPreferences } from './preferences-store';

/**
 * What the app stands on and has read before its window opens. Throws `data-folder-unsafe`, `data-folder-unusable` or
 * `vendor-profile-invalid`.
 */
export const layFoundation = async (facts: StartFacts) => {
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
    settings.read(),
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

export type AppFoundation = Awaited<ReturnType<typeof layFoundation>>;
