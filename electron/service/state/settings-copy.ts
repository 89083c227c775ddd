import path from 'node:path';
import type { Notice } from '@shared/domain/status/status';
import { readSmallFile } from '@electron/platform/private-files';
import type { SettingsReading } from '@electron/settings/settings-file';
import { putStateFile } from './state-file';
import { stateReports } from './state-reports';

const CAP = 4 * 1024 * 1024;

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
  async follow(
    reading: Pick<SettingsReading, 'keptAside' | 'revision'>,
    now: string,
  ): Promise<Notice | null> {
    if (reading.keptAside !== null) return null;
    const found = await readSmallFile(this.settingsFile, CAP).catch(() => null);
    if (found?.found === true) {
      const { bytes } = found;
      await stateReports.writeOrKeep(this.#copy, () => putStateFile(this.#copy, bytes));
      return null;
    }
    const copy = await readSmallFile(this.#copy, CAP).catch(() => null);
    if (copy?.found !== true) return null;
    return { code: 'settings-gone', params: { file: this.settingsFile, folder: this.#copy }, since: now };
  }
}
