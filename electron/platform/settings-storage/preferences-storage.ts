/** Writes the window's own choices, in the folder of the person whose they are. */
export interface PreferencesStorage {
  /** Replaces the file whole. Throws the system's error; the old file is as it was then. */
  write(file: string, value: object): Promise<void>;
}
