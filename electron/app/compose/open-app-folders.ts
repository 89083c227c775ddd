import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createLog } from '@electron/log/create-log';
import { createDataFolders } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { createPreferencesStorage, createSettingsStorage } from '@electron/platform/settings-storage';
import { createServiceSettingsWriter } from '@electron/settings/saving/ask-service-to-save';
import {
  createSettingsRepository,
  type SettingsRepository,
  type WriteVia,
} from '@electron/settings/saving/settings-repository';
import type { StartFacts } from '@electron/start/start-facts';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import { openPreferences } from '@electron/app/preferences-store';
import { isClosed } from '@electron/app/supervision/connect-as-allowed';
import { unwrapReply } from '@electron/app/unwrap-reply';

/** An account to which the settings are closed still gets a window, which says so. */
const readAllowed = async (settings: SettingsRepository): Promise<SettingsState | null> => {
  try {
    return await settings.read();
  } catch (error) {
    if (isClosed(error)) return null;
    throw error;
  }
};

/** The window writes no settings of an installed service, whoever it belongs to: an administrator has the command line. */
const writeViaService =
  (service: () => ServiceClient): WriteVia =>
  (_, seal) =>
    createServiceSettingsWriter({
      seal,
      ask: async (revision, draft) => unwrapReply(await service().settings.save({ revision, draft })),
      withoutService: null,
    });

/**
 * Opens the folders and files that the app needs before its window opens. `service` is asked once there is a link. Throws `data-folder-unsafe`, `data-folder-unusable` or
 * `vendor-profile-invalid`.
 */
export const openAppFolders = async (facts: StartFacts, service: () => ServiceClient) => {
  const { pathStyle, ...folders } = createDataFolders();
  const paths = folders.prepare(facts);
  const settings = createSettingsRepository({
    paths,
    pathStyle,
    storage: createSettingsStorage(),
    openKeychain: () => openKeychain(paths),
    ...(facts.mode === 'installed' ? { writeVia: writeViaService(service) } : {}),
  });
  const log = createLog(paths.logs, 'app.log');
  const [vendor, preferences, settingsState] = await Promise.all([
    readVendorProfile(facts.vendorFile),
    openPreferences(paths, createPreferencesStorage(), (file, keptAs) =>
      log.warn({ file, keptAs }, 'the choices of the window could not be used, the defaults hold'),
    ),
    readAllowed(settings),
  ]);
  return {
    paths,
    pathStyle,
    log,
    settings,
    settingsState,
    vendor,
    preferences,
  };
};

export type AppFolders = Awaited<ReturnType<typeof openAppFolders>>;
