import type { Readers } from '../private-files';

/** Writes settings to disk. */
export interface SettingsStorage {
  /**
   * Replaces the file whole: at every moment it is the old or the new one; readable by the owner and, where `readers` says
   * so, the group of the folder. Throws the system's error or, where the place is not this account's own, `UnsafePlace`;
   * the old file is as it was then. The caller holds the lock.
   */
  write(file: string, value: object, readers?: Readers): Promise<void>;
}
