import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { hostCall, hostFile } from '../windows-host';

const NAME = 'entitlement-skipped.jsonl';
const WRITABLE_BY_OTHERS = 0o022;

const isAdministratorsOnly = (folder: string) => {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && facts.uid === 0 && (facts.mode & WRITABLE_BY_OTHERS) === 0;
};

/** The helper looks at owner and access list; asked synchronously, once at the start. */
const isTrustedOnWindows = (): boolean => {
  if (!existsSync(hostFile())) return false;
  const { executable, args, environment, folder } = hostCall(['folders', 'judge', 'installer-notes']);
  const options = { env: environment, cwd: folder, timeout: 5000, windowsHide: true } as const;
  return spawnSync(executable, args, options).status === 0;
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
  isTrusted: () => boolean = isTrustedOnWindows,
): string | null => {
  if (platform === 'win32') return isTrusted() ? path.win32.join(places.windows, NAME) : null;
  return isAdministratorsOnly(places.linux) ? path.posix.join(places.linux, NAME) : null;
};
