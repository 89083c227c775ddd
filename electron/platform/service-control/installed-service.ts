import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { windowsCall } from '../programs';
import { UNIT_NAME, WINDOWS_SERVICE_NAME } from '@shared/domain/status/service-names';

/** Where systemd looks for the units of administrators and packages. */
const UNIT_FOLDERS = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];

/** On a machine that systemd runs (sd_booted(3)): whether it has our unit. */
export const hasUnit = (isThere: (file: string) => boolean = existsSync) =>
  isThere('/run/systemd/system') &&
  UNIT_FOLDERS.some((folder) => isThere(path.posix.join(folder, UNIT_NAME)));

/** Whether the key is there that the service manager keeps for our service; only administrators can make one. */
export const hasServiceKey = () => {
  const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${WINDOWS_SERVICE_NAME}`;
  const { executable, args, environment, folder } = windowsCall('reg', ['query', key, '/v', 'ImagePath']);
  const options = { env: environment, cwd: folder, timeout: 5000, windowsHide: true } as const;
  return spawnSync(executable, args, options).status === 0;
};
