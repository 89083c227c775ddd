import { checkProgram, type ProgramFinding } from '../programs';
import { createWindowsHost } from '../windows-host';
import { checkWindowsProgram } from './windows-program-check';

/** Looks at a program that is given with its whole path; never throws. */
export type CheckAdministratorsProgram = (file: string) => Promise<ProgramFinding>;

/** Whether a program may be run because nobody but root, or the Administrators, could have put it there. */
export const createAdministratorsProgramCheck = (
  platform: NodeJS.Platform = process.platform,
): CheckAdministratorsProgram =>
  platform === 'win32' ? (file) => checkWindowsProgram(file, createWindowsHost()) : checkProgram;
