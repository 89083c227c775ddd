import { z } from 'zod';
import { ActivityEntry } from '@shared/domain/activity/activity';
import { ConnectionCheck } from '@shared/domain/connection/connection-check';
import { Timestamp } from '@shared/domain/time/dates';
import { PolicyState } from '@shared/domain/settings/policy';
import { Status } from './status';

const Lines = z.array(z.string()).max(200);

/** The content of a support report: facts for the help desk, each of them to be seen before it is saved; no secret in any. */
export const SupportReport = z.strictObject({
  format: z.literal('remote-service-report'),
  version: z.literal(1),
  createdAt: Timestamp,
  program: z.strictObject({
    version: z.string(),
    mode: z.string(),
    runtime: z.string(),
    platform: z.string(),
    home: z.string(),
  }),
  status: Status,
  settings: z.record(z.string(), z.unknown()),
  /** Keys whose values are set and never leave the machine. */
  leftOut: z.array(z.string()),
  policy: PolicyState.nullable(),
  /** The last check of the connection; null where there was none, or the service does not run. */
  check: ConnectionCheck.nullable(),
  /** The newest entries of the activity log; null while the service does not run. */
  activity: z.array(ActivityEntry).max(100).nullable(),
  /** The ends of the log files, oldest line first; null where they are closed to this account. */
  logs: z.strictObject({ service: Lines.nullable(), app: Lines.nullable() }),
});
export type SupportReport = z.output<typeof SupportReport>;
