/** The exit codes of the commands; the numbers are fixed. */
export const EXIT = {
  done: 0,
  other: 1,
  wrongUsage: 2,
  notEntitled: 10,
  /** Of `settings import --check` alone. */
  wouldChange: 10,
  noLicence: 11,
  licenceInvalid: 12,
  clockSuspect: 13,
  serviceNotRunning: 20,
  notConnected: 21,
  refusedByPolicy: 30,
  notAllowed: 31,
  /** Of `monitor` alone, which ends as monitoring plugins do. */
  monitorWarning: 1,
  monitorCritical: 2,
  monitorUnknown: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export type ExitName = keyof typeof EXIT;
