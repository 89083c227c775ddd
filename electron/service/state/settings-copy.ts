import path from 'node:path';
import { SETTING_KEYS, valueAt, type SettingKey } from '@shared/domain/settings/setting-keys';
import { Settings } from '@shared/domain/settings/settings';
import type { Notice } from '@shared/domain/status/status';
import { readSmallFile } from '@electron/platform/private-files';
import type { SettingsReading } from '@electron/settings/settings-file';
import { putStateFile } from './state-file';
import { stateReports } from './state-reports';

const CAP = 4 * 1024 * 1024;

interface Followed {
  notice: Notice | null;
  /** The settings whose values in the file differ from those of the copy before. */
  changed: SettingKey[];
}
const NOTHING: Followed = { notice: null, changed: [] };

const settingsIn = (bytes: Uint8Array): Settings | null => {
  try {
    return Settings.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // A damaged copy, or that of an earlier version: nothing can be compared with it.
    return null;
  }
};

const changedKeys = (before: Uint8Array, after: Uint8Array): SettingKey[] => {
  const [was, is] = [settingsIn(before), settingsIn(after)];
  if (was === null || is === null) return [];
  return SETTING_KEYS.filter((key) => JSON.stringify(valueAt(was, key)) !== JSON.stringify(valueAt(is, key)));
};

/**
 * The settings as they were last in force, secrets sealed as in the file itself: a settings file that is gone is told
 * apart from one that never was, and a person can put it back.
 */
export class SettingsCopy {
  readonly #copy: string;

  constructor(
    private readonly settingsFile: string,
    stateFolder: string,
  ) {
    this.#copy = path.join(stateFolder, 'settings-copy.json');
  }

  /** Keeps a copy of a good file; where the file is gone, gives the notice. `now` in RFC 3339. Never throws. */
  async follow(reading: Pick<SettingsReading, 'keptAside' | 'revision'>, now: string): Promise<Followed> {
    if (reading.keptAside !== null) return NOTHING;
    const found = await readSmallFile(this.settingsFile, CAP).catch(() => null);
    const copy = await readSmallFile(this.#copy, CAP).catch(() => null);
    if (found?.found === true) {
      const { bytes } = found;
      await stateReports.writeOrKeep(this.#copy, () => putStateFile(this.#copy, bytes));
      return { notice: null, changed: copy?.found === true ? changedKeys(copy.bytes, bytes) : [] };
    }
    if (copy?.found !== true) return NOTHING;
    const params = { file: this.settingsFile, folder: this.#copy };
    return { notice: { code: 'settings-gone', params, since: now }, changed: [] };
  }
}
