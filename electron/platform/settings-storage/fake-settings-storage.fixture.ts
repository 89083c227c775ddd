import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SettingsStorage } from './settings-storage';

/** Writes plainly, or fails as a full disk would; for tests. */
export const createFakeSettingsStorage = (): SettingsStorage & { failure: NodeJS.ErrnoException | null } => ({
  failure: null,
  async write(folder, name, value, readers) {
    if (this.failure !== null) throw this.failure;
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`, {
      mode: readers === 'group' ? 0o640 : 0o600,
    });
  },
});
