import { lstat, readlink } from 'node:fs/promises';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Throws where a file would take the place of what is none: a rename puts it over a device or a pipe too, and over
 * `/dev/stdout`, which is a link to what a process has open; with an administrator's rights that breaks the machine.
 */
export const refuseSpecial = async (file: string): Promise<void> => {
  const facts = await lstat(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (facts === null || facts.isFile()) return;
  const isOrdinaryLink = facts.isSymbolicLink() && !(await readlink(file)).startsWith('/proc/');
  if (!isOrdinaryLink) throw new Error('there is something else than a file');
};
