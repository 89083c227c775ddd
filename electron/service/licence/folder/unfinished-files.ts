import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

/** The names that `replaceFile` gives to files that are not finished. */
const UNFINISHED = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** Removes half-written files that a crash left in the job's own state; licence folders are not its business. */
export const removeUnfinishedFiles = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const where = path.join(folder, entry.name);
    if (entry.isDirectory()) await removeUnfinishedFiles(where);
    else if (UNFINISHED.test(entry.name)) await unlink(where);
  }
};
