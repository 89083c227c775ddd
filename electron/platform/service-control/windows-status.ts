import type { ExitMeaning, LastExit, ServiceControlStatus } from '@shared/domain/status/service-control';

/** SERVICE_STATUS_PROCESS (winsvc.h) as `sc.exe query` and `queryex` print it, by place: the labels are translated. */
export interface ServiceNumbers {
  state: number;
  win32ExitCode: number;
  serviceExitCode: number;
  /** Null where `query` does not say it. */
  processId: number | null;
}

const PLACES = { state: 1, win32ExitCode: 2, serviceExitCode: 3, processId: 6 } as const;

/** A field stands indented as `LABEL : value`; the line with the flags of the state has no colon. */
const valuesOf = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, value] = /^\s+[^\s:(][^:]*:[ \t]*(.*)$/.exec(line) ?? [];
    return value === undefined ? [] : [value.trim()];
  });

const numberIn = (value: string | undefined): number | null => {
  const [digits] = /^\d+/.exec(value ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
};

/** Null for what is no such answer, an error for one. */
export const parseQuery = (text: string): ServiceNumbers | null => {
  const values = valuesOf(text);
  const state = numberIn(values[PLACES.state]);
  const win32ExitCode = numberIn(values[PLACES.win32ExitCode]);
  const serviceExitCode = numberIn(values[PLACES.serviceExitCode]);
  if (state === null || state < 1 || state > 7 || win32ExitCode === null || serviceExitCode === null)
    return null;
  return { state, win32ExitCode, serviceExitCode, processId: numberIn(values[PLACES.processId]) };
};

/** The number of a refusal, `[SC] ... 1060:`; the words around it are translated, and may go on behind the colon. */
export const parseRefusal = (text: string): number | null => {
  const [, digits] = /^\[SC\][^\r\n]*?[ \t](\d+)[^\d\r\n]{0,4}(?::|\r?$)/m.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
};

/** The values of a key as `reg.exe query` prints them: name, type, data; the names are not translated. */
export const parseRegistry = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const [, name, data] = /^ {4}(\S+) {4}REG_[A-Z_]+ {4}(.*)$/.exec(line) ?? [];
      return name === undefined || data === undefined ? [] : [[name.toLowerCase(), data.trim()]];
    }),
  );

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

const exitOf = ({ win32ExitCode, serviceExitCode }: ServiceNumbers): LastExit => {
  const code = win32ExitCode === SERVICE_SPECIFIC ? serviceExitCode : win32ExitCode;
  return { at: null, code, signal: null, meaning: MEANINGS[win32ExitCode] ?? 'unexpected' };
};

const startTypeOf = (registry: Readonly<Record<string, string>>) => {
  const start = START_TYPES[Number(registry['start'])] ?? null;
  const isDelayed = Number(registry['delayedautostart'] ?? 0) === 1;
  return start === 'automatic' && isDelayed ? 'automatic-delayed' : start;
};

/** Reads the numbers and the registry; a service that runs has no last exit that anybody remembers. */
export const statusOfService = (
  numbers: ServiceNumbers,
  registry: Readonly<Record<string, string>>,
  since: string | null,
): Omit<ServiceControlStatus, 'permission'> => {
  const stopped = STATES[numbers.state] ?? 'stopped';
  const lastExit = stopped === 'stopped' ? exitOf(numbers) : null;
  const hasFailed = lastExit !== null && !['clean', 'never-started'].includes(lastExit.meaning);
  return {
    mode: 'installed',
    state: hasFailed ? 'failed' : stopped,
    account: registry['objectname'] ?? null,
    startType: startTypeOf(registry),
    since,
    lastExit,
  };
};
