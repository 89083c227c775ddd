import { runProgram, type RunProgram } from '../programs';
import type { Elevation } from './elevation';
import { createLinuxElevation } from './linux-elevation';
import { createWindowsElevation } from './windows-elevation';

export type { ElevatedAction, Elevation, ElevationResult } from './elevation';

/** `run` starts the system's programs; tests give their own. */
export const createElevation = (
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): Elevation => (platform === 'win32' ? createWindowsElevation(run) : createLinuxElevation(run));
