import { z } from 'zod';
import type { ExitMeaning, LastExit, ServiceControlStatus } from '@shared/domain/status/service-control';

/** What the helper says of the service, in the service manager's numbers (SERVICE_STATUS_PROCESS, winsvc.h). */
export const HostStatus = z.object({
  state: z.number().int().min(1).max(7),
  win32ExitCode: z.number().int().nonnegative(),
  serviceExitCode: z.number().int().nonnegative(),
  account: z.string().max(256),
  startType: z.number().int().nonnegative(),
  isDelayed: z.boolean(),
  since: z.iso.datetime().nullable(),
  mayControl: z.boolean(),
});
export type HostStatus = z.output<typeof HostStatus>;

const STATES: readonly (ServiceControlStatus['state'] | undefined)[] = [
  undefined,
  'stopped',
  'starting',
  'stopping',
  'running',
  'starting',
  'stopping',
  'stopped',
];

const START_TYPES: readonly ServiceControlStatus['startType'][] = [
  'automatic',
  'automatic',
  'automatic',
  'manual',
  'disabled',
];

/** The service manager's error numbers (winerror.h) that say something to a person. */
const MEANINGS: Readonly<Record<number, ExitMeaning>> = {
  0: 'clean',
  2: 'could-not-start',
  3: 'could-not-start',
  5: 'access-denied',
  193: 'could-not-start',
  1053: 'timed-out',
  1067: 'crashed',
  1069: 'logon-failed',
  1077: 'never-started',
  1385: 'logon-failed',
};
const SERVICE_SPECIFIC = 1066;

const exitOf = ({ win32ExitCode, serviceExitCode }: HostStatus): LastExit => {
  const code = win32ExitCode === SERVICE_SPECIFIC ? serviceExitCode : win32ExitCode;
  return { at: null, code, signal: null, meaning: MEANINGS[win32ExitCode] ?? 'unexpected' };
};

const startTypeOf = ({ startType, isDelayed }: HostStatus) => {
  const start = START_TYPES[startType] ?? null;
  return start === 'automatic' && isDelayed ? 'automatic-delayed' : start;
};

/** What the numbers mean; a service that runs has no last exit that anybody remembers. */
export const statusOfService = (said: HostStatus): ServiceControlStatus => {
  const stopped = STATES[said.state] ?? 'stopped';
  const lastExit = stopped === 'stopped' ? exitOf(said) : null;
  const hasFailed = lastExit !== null && !['clean', 'never-started'].includes(lastExit.meaning);
  return {
    mode: 'installed',
    state: hasFailed ? 'failed' : stopped,
    account: said.account,
    startType: startTypeOf(said),
    since: said.since,
    lastExit,
    permission: said.mayControl ? 'granted' : 'ask',
  };
};
