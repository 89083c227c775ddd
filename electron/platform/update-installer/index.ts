import path from 'node:path';
import { createElevation } from '../elevation';
import { createLinuxUpdateInstaller } from './linux-update-installer';
import type { UpdateInstaller } from './update-installer';
import { createWindowsUpdateInstaller } from './windows-update-installer';

export type { Installer, InstallOutcome, UpdateInstaller } from './update-installer';

/** Set by the AppImage's own start-up; nothing is trusted but that the file may be replaced by its owner. */
const ownAppImage = () => {
  const given = process.env['APPIMAGE'] ?? '';
  return path.isAbsolute(given) ? given : null;
};

export const createUpdateInstaller = (platform: NodeJS.Platform = process.platform): UpdateInstaller =>
  platform === 'win32'
    ? createWindowsUpdateInstaller()
    : createLinuxUpdateInstaller({ elevation: createElevation(), appImage: ownAppImage() });
