import { createElevation } from '../elevation';
import { createLinuxUpdateInstaller } from './linux-update-installer';
import { ownAppImage } from './package-kind';
import type { UpdateInstaller } from './update-installer';
import { createWindowsUpdateInstaller } from './windows-update-installer';

export { findPackageKind } from './package-kind';
export type { UpdateInstaller } from './update-installer';

export const createUpdateInstaller = (platform: NodeJS.Platform = process.platform): UpdateInstaller =>
  platform === 'win32'
    ? createWindowsUpdateInstaller()
    : createLinuxUpdateInstaller({ elevation: createElevation(), appImage: ownAppImage() });
