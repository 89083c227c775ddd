import { createElevation } from '../elevation';
import { runProgram, type RunProgram } from '../programs';
import { createWindowsHost } from '../windows-host';
import { createLinuxServiceAccount } from './linux-service-account';
import type { ServiceAccount } from './service-account';
import { createWindowsServiceAccount } from './windows-service-account';

export type { ServiceAccount } from './service-account';

/** The account of the installed service; `run` starts the system's programs, tests give their own. */
export const createServiceAccount = (
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): ServiceAccount =>
  platform === 'win32'
    ? createWindowsServiceAccount(process.env, createWindowsHost(run))
    : createLinuxServiceAccount({ run, elevation: createElevation(run) });
