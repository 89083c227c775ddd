import { writeFile } from 'node:fs/promises';
import type { SettingsStorage } from './settings-storage';

/** Writes plainly, or fails as a full disk would; for tests. */
export const createFakeSettingsStorage = (): SettingsStorage & { failure: Error | null } => ({
  failure: null,
  async write(file, value, readers) {
    if (this.failure !== null) throw this.failure;
    await writeFile(file, `${JSON.stringify(value, null, 2)}\n`, {
      mode: readers === 'group' ? 0o640 : 0o600,
    });
  },
});
