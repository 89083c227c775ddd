import { runProgram, type RunProgram } from '../programs';
import type { Elevation } from './elevation';
import { createLinuxElevation } from './linux-elevation';

export type { ElevatedAction, Elevation, ElevationResult } from './elevation';

/**
 * Through polkit; on Windows the product's own helper asks for itself. `run` starts the system's programs, tests give their
 * own.
 */
export const createElevation = (run: RunProgram = runProgram): Elevation => createLinuxElevation(run);
