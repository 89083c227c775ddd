/** The files in place of the state folder, by path. */
export const files = new Map<string, unknown>();

/** Takes the place of the state files where time is not real and a disk would not follow it. */
export const stateFileInMemory = {
  readStateFile: (file: string) =>
    Promise.resolve(files.has(file) ? { outcome: 'read', value: files.get(file) } : { outcome: 'missing' }),
  createStateWriter: (file: string) => (value: unknown) => Promise.resolve(void files.set(file, value)),
};
