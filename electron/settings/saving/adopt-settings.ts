import { lstat } from 'node:fs/promises';
import type { DataPaths } from '@electron/platform/folders';
import { readSmallFile, replaceOwnFile, withFileLock } from '@electron/platform/private-files';
import { SETTINGS_CAP_BYTES } from '@electron/settings/settings-file';

/**
 * Makes a settings file this account's own, with the same content: operators wrote it in an earlier version, and whoever
 * did could go on changing it. What is no plain file stays, for whoever reads it to say so. Throws the system's error.
 */
export const adoptSettings = async ({ settings }: Pick<DataPaths, 'settings'>): Promise<void> => {
  const facts = await lstat(settings).catch(() => null);
  if (facts?.isFile() !== true || facts.uid === process.geteuid?.()) return;
  await withFileLock(`${settings}.lock`, async () => {
    const file = await readSmallFile(settings, SETTINGS_CAP_BYTES);
    if (file.found) await replaceOwnFile(settings, file.bytes, { readers: 'group', isTakenOver: true });
  });
};
