import { randomBytes } from 'node:crypto';
import type { LicenceFolder } from './licence-folder';

/** Two names that nobody else uses, as `PROBE_NAME` says. */
export const probeNames = (): [string, string] => {
  const stem = `.remote-service-test.${randomBytes(8).toString('hex')}`;
  return [`${stem}.1.tmp`, `${stem}.2.tmp`];
};

/** Removes the probe files of tests that were cut off; true when all are gone. */
export const removeProbes = async (folder: LicenceFolder): Promise<boolean> => {
  const names = await folder.probes();
  const removals = await Promise.allSettled(names.map((name) => folder.remove(name)));
  return removals.every(({ status }) => status === 'fulfilled');
};

/** Whether a file of this size can be written here, found out by doing it. */
export const canWrite = async (folder: LicenceFolder, size: number): Promise<boolean> => {
  const [name] = probeNames();
  try {
    await folder.create(name, randomBytes(size), null);
    return true;
  } catch {
    return false;
  } finally {
    await folder.remove(name).catch(() => undefined);
  }
};
