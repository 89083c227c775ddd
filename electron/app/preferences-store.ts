import { rename } from 'node:fs/promises';
import { AppError } from '@shared/errors/app-error';
import { Preferences } from '@shared/domain/settings/preferences';
import { readSmallFile } from '@electron/platform/private-files';
import type { PreferencesStorage } from '@electron/platform/settings-storage';
import type { DataPaths } from '@electron/platform/folders';

const CAP = 64 * 1024;

const parse = (bytes: Uint8Array): Preferences | null => {
  try {
    const parsed = Preferences.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** The choices on the disk; null where there are none yet, or none that can be used. */
const readChoices = async (file: string, onDamaged: OnDamaged): Promise<Preferences | null> => {
  const read = await readSmallFile(file, CAP).catch(() => ({ found: false, reason: 'denied' }) as const);
  if (!read.found && read.reason === 'missing') return null;
  const choices = read.found ? parse(read.bytes) : null;
  if (choices !== null) return choices;
  const keptAs = `${file}.broken-${Date.now()}`;
  const isMoved = await rename(file, keptAs).then(
    () => true,
    () => false,
  );
  onDamaged(file, isMoved ? keptAs : null);
  return null;
};

/** Called with a file that could not be used and where it lies now; null where it stayed in its place. */
type OnDamaged = (file: string, keptAs: string | null) => void;

export interface PreferencesStore {
  current(): Preferences;
  /** Throws `settings-not-writable`; the earlier choices stay in force then. */
  save(preferences: Preferences): Promise<void>;
}

/** The window's own choices. A file that cannot be used costs only comfort: it is moved aside, and the defaults are used. */
export const openPreferences = async (
  paths: DataPaths,
  storage: PreferencesStorage,
  onDamaged: OnDamaged = () => undefined,
): Promise<PreferencesStore> => {
  let current = (await readChoices(paths.preferences, onDamaged)) ?? Preferences.parse({});
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
