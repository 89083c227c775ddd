import type { ExitMeaning, LastExit, ServiceControlStatus } from '@shared/domain/status/service-control';

/** The properties asked of `systemctl show`; their names and values are the same in every language. */
export const UNIT_PROPERTIES = [
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'User',
  'Result',
  'InvocationID',
  'ExecMainCode',
  'ExecMainStatus',
  'ExecMainExitTimestamp',
  'ActiveEnterTimestamp',
  'InactiveEnterTimestamp',
  'StateChangeTimestamp',
] as const;
export type UnitProperties = Partial<Record<(typeof UNIT_PROPERTIES)[number], string>>;

export const parseUnit = (text: string): UnitProperties =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );

/** `Mon 2026-11-23 23:28:40 UTC`: the digits are read, the zone is ours by the environment of the call. */
const timestampOf = (value: string | undefined): string | null => {
  const [, day, time] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(value ?? '') ?? [];
  return day === undefined || time === undefined ? null : `${day}T${time}.000Z`;
};

const STATES: Readonly<Record<string, ServiceControlStatus['state']>> = {
  active: 'running',
  reloading: 'running',
  refreshing: 'running',
  activating: 'starting',
  deactivating: 'stopping',
  inactive: 'stopped',
  failed: 'failed',
};

const START_TYPES: Readonly<Record<string, ServiceControlStatus['startType']>> = {
  enabled: 'automatic',
  'enabled-runtime': 'automatic',
  linked: 'manual',
  disabled: 'manual',
  static: 'manual',
  masked: 'disabled',
  'masked-runtime': 'disabled',
};

/** systemd.exec(5), "Process Exit Codes": from here up the program was not even started. */
const FIRST_SYSTEMD_CODE = 200;
const MEANING_OF_RESULT: Readonly<Record<string, ExitMeaning>> = {
  'oom-kill': 'out-of-memory',
  timeout: 'timed-out',
  watchdog: 'timed-out',
  'start-limit-hit': 'too-many-starts',
  resources: 'could-not-start',
};
const MEANING_OF_SIGNAL: Readonly<Record<string, ExitMeaning>> = {
  KILL: 'killed',
  TERM: 'terminated',
  INT: 'terminated',
  HUP: 'terminated',
};

const meaningOf = (result: string, code: number | null, signal: string | null): ExitMeaning => {
  // systemd counts SIGTERM as a clean end; one that comes before our handlers stand is no more than that.
  if (result === 'success') return 'clean';
  const known = MEANING_OF_RESULT[result];
  if (known !== undefined) return known;
  if (signal !== null) return MEANING_OF_SIGNAL[signal] ?? 'crashed';
  if (code === null || code === 0) return 'clean';
  return code >= FIRST_SYSTEMD_CODE || code === 1 ? 'could-not-start' : 'unexpected';
};

const RECORD = /^([a-z-]{1,32})(?: (exited|killed|dumped))?(?: ([A-Z0-9+-]{1,16}))?$/;

/**
 * The record that the unit's ExecStopPost leaves: systemd.exec(5)'s SERVICE_RESULT, EXIT_CODE and EXIT_STATUS, and as
 * `at` when it was written.
 */
export const parseExitRecord = (text: string, at: string): LastExit | null => {
  const [, result, how, status = ''] = RECORD.exec(text.trim()) ?? [];
  if (result === undefined) return null;
  const signal = how === 'killed' || how === 'dumped' ? status : null;
  const code = signal === null && /^\d{1,3}$/.test(status) ? Number(status) : null;
  return { at, code, signal, meaning: meaningOf(result, code, signal) };
};

/** Numbers of wait(2)'s `si_code`: CLD_EXITED, CLD_KILLED, CLD_DUMPED. */
const EXITED = '1';
const SIGNALS: Readonly<Record<string, string>> = {
  '2': 'INT',
  '6': 'ABRT',
  '9': 'KILL',
  '11': 'SEGV',
  '15': 'TERM',
};

/** How the run ended that systemd itself remembers, which it does until the next start. */
const exitOf = (unit: UnitProperties): LastExit | null => {
  const at = timestampOf(unit.ExecMainExitTimestamp);
  const { ExecMainCode: how = '0', ExecMainStatus: status = '', Result: result = '' } = unit;
  if (at === null || how === '0') return null;
  const signal = how === EXITED ? null : (SIGNALS[status] ?? status);
  const code = signal === null ? Number(status) : null;
  return { at, code, signal, meaning: meaningOf(result, code, signal) };
};

const since = (unit: UnitProperties, state: ServiceControlStatus['state']) => {
  const entered = state === 'running' ? unit.ActiveEnterTimestamp : unit.InactiveEnterTimestamp;
  return timestampOf(entered) ?? timestampOf(unit.StateChangeTimestamp);
};

/** Reads the properties; `record` is the last exit as the unit itself noted it. */
export const statusOfUnit = (
  unit: UnitProperties,
  record: LastExit | null,
): Omit<ServiceControlStatus, 'permission'> => {
  const isThere = unit.LoadState !== undefined && unit.LoadState !== 'not-found';
  const state = isThere ? (STATES[unit.ActiveState ?? ''] ?? 'stopped') : 'not-installed';
  return {
    mode: 'installed',
    state,
    account: unit.User === undefined || unit.User === '' ? null : unit.User,
    startType: isThere ? (START_TYPES[unit.UnitFileState ?? ''] ?? null) : null,
    since: isThere ? (since(unit, state) ?? (state === 'running' ? null : (record?.at ?? null))) : null,
    lastExit: exitOf(unit) ?? record,
  };
};
