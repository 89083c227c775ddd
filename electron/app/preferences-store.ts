import { AppError } from '@shared/errors/app-error';
import { Preferences } from '@shared/domain/settings/preferences';
import { readSmallFile } from '@electron/platform/private-files';
import type { PreferencesStorage } from '@electron/platform/settings-storage';
import type { DataPaths } from '@electron/platform/folders';

const CAP = 64 * 1024;

const parse = (bytes: Uint8Array): Preferences => {
  try {
    const parsed = Preferences.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : Preferences.parse({});
  } catch {
    return Preferences.parse({});
  }
};

export interface PreferencesStore {
  current(): Preferences;
  /** Throws `settings-not-writable`; the earlier choices stay in force then. */
  save(preferences: Preferences): Promise<void>;
}

/** The window's own choices. A file that cannot be read costs only comfort: the defaults are used. */
export const openPreferences = async (
  paths: DataPaths,
  storage: PreferencesStorage,
): Promise<PreferencesStore> => {
  const file = await readSmallFile(paths.preferences, CAP).catch(() => ({ found: false as const }));
  let current = file.found ? parse(file.bytes) : Preferences.parse({});
  return {
    current: () => current,
    save: async (preferences) => {
      try {
        await storage.write(paths.preferences, preferences);
      } catch (error) {
        throw new AppError('settings-not-writable', {}, error);
      }
      current = preferences;
    },
  };
};
