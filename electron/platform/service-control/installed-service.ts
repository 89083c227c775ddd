import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hostCall, hostFile } from '../windows-host';
import { UNIT_NAME } from '@shared/domain/status/service-names';

/** Where systemd looks for the units of administrators and packages. */
const UNIT_FOLDERS = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];

/** On a machine that systemd runs (sd_booted(3)): whether it has our unit. */
export const hasUnit = (isThere: (file: string) => boolean = existsSync) =>
  isThere('/run/systemd/system') &&
  UNIT_FOLDERS.some((folder) => isThere(path.posix.join(folder, UNIT_NAME)));

/** Whether the service manager has our service; asked synchronously, once at the start. */
export const hasWindowsService = () => {
  if (!existsSync(hostFile())) return false;
  const { executable, args, environment, folder } = hostCall(['status']);
  const options = { env: environment, cwd: folder, timeout: 5000, windowsHide: true } as const;
  return spawnSync(executable, args, options).status === 0;
};
