import type { Readers } from '../private-files';

/** Writes settings to disk. */
export interface SettingsStorage {
  /**
   * Replaces `<name>.json` in the folder whole: at every moment it is the old or the new one; readable by the owner and,
   * where `readers` says so, the group of the folder.
   * Throws the system's error; the old file is as it was then. The caller holds the lock.
   */
  write(folder: string, name: string, value: object, readers?: Readers): Promise<void>;
}
