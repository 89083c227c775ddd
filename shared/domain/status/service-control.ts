import { z } from 'zod';
import { Timestamp } from '@shared/domain/time/dates';
import { SERVICE_MODES } from './status';

/** The actions that a person may ask of Print ORS Service. */
export const SERVICE_ACTIONS = ['start', 'stop', 'restart'] as const;
export const ServiceAction = z.enum(SERVICE_ACTIONS);
export type ServiceAction = z.output<typeof ServiceAction>;

/** `failed`: it ended by itself and is not being started again. */
const SERVICE_RUN_STATES = ['running', 'starting', 'stopping', 'stopped', 'failed', 'not-installed'] as const;

/** When the service starts by itself; `with-the-app` is the embedded one. */
const START_TYPES = ['automatic', 'automatic-delayed', 'manual', 'disabled', 'with-the-app'] as const;

/** The meaning of the end of a run; the text is `service.exit.<meaning>`. */
const EXIT_MEANINGS = [
  'clean',
  'terminated',
  'killed',
  'crashed',
  'out-of-memory',
  'timed-out',
  'could-not-start',
  'too-many-starts',
  'never-started',
  'logon-failed',
  'access-denied',
  'unexpected',
] as const;
export type ExitMeaning = (typeof EXIT_MEANINGS)[number];

export const LastExit = z.strictObject({
  /** Null where the system does not say when. */
  at: Timestamp.nullable(),
  /** The exit code, on Windows the system's error number; null where a signal ended it. */
  code: z.number().int().nullable(),
  /** A signal by its name without `SIG`. */
  signal: z.string().max(16).nullable(),
  meaning: z.enum(EXIT_MEANINGS),
});
export type LastExit = z.output<typeof LastExit>;

/** The status of Print ORS Service from the service manager or, in embedded mode, from the app. */
export const ServiceControlStatus = z.strictObject({
  mode: z.enum(SERVICE_MODES),
  state: z.enum(SERVICE_RUN_STATES),
  account: z.string().max(256).nullable(),
  startType: z.enum(START_TYPES).nullable(),
  /** Since when it is in this state. */
  since: Timestamp.nullable(),
  /** How the run before this one ended; null when nobody knows of one. */
  lastExit: LastExit.nullable(),
  /** `ask`: the system will ask for an administrator before it is started or stopped. */
  permission: z.enum(['granted', 'ask']),
});
export type ServiceControlStatus = z.output<typeof ServiceControlStatus>;
