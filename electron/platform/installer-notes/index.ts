import { lstatSync } from 'node:fs';
import path from 'node:path';

const NAME = 'entitlement-skipped.jsonl';
const WRITABLE_BY_OTHERS = 0o022;

const isAdministratorsOnly = (folder: string) => {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && facts.uid === 0 && (facts.mode & WRITABLE_BY_OTHERS) === 0;
};

/**
 * The file in which the installers note that the question for the maintenance was skipped, one JSON object a line; null
 * where its folder is missing, or where others than the administrators can write.
 */
export const installerNotesFile = (
  platform: NodeJS.Platform = process.platform,
  places: { linux: string; windows: string } = {
    linux: '/var/lib/remote-service-installer',
    windows: path.win32.join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'Remote Service Installer'),
  },
): string | null => {
  // On Windows the installer gives the folder an access list that says the same.
  if (platform === 'win32') return path.win32.join(places.windows, NAME);
  return isAdministratorsOnly(places.linux) ? path.posix.join(places.linux, NAME) : null;
};
