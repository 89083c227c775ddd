import type { ProgramCall } from './run-program';

/** Programs of the system that are called, each where Debian, Red Hat, SUSE and Arch have it. */
const PATHS = {
  systemctl: '/usr/bin/systemctl',
  pkexec: '/usr/bin/pkexec',
  getent: '/usr/bin/getent',
  logger: '/usr/bin/logger',
} as const;

/** `LC_ALL` and `TZ` make the programs write as their manuals say; nothing else is passed on. */
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export const linuxCall = (
  program: keyof typeof PATHS,
  args: readonly string[],
): Pick<ProgramCall, 'executable' | 'args' | 'environment' | 'folder'> => ({
  executable: PATHS[program],
  args,
  environment: ENVIRONMENT,
  folder: '/',
});
