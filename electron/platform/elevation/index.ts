import type { Elevation } from './elevation';
import { createLinuxElevation } from './linux-elevation';
import { createWindowsElevation } from './windows-elevation';

export type { ElevatedAction, Elevation, ElevationResult } from './elevation';

export const createElevation = (platform: NodeJS.Platform = process.platform): Elevation =>
  platform === 'win32' ? createWindowsElevation() : createLinuxElevation();
