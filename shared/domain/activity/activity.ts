import { z } from 'zod';
import { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { Timestamp } from '@shared/domain/time/dates';

/** Every kind of record in the audit log; the text is `activity.<kind>` in `shared/i18n`. */
export const ACTIVITY_KINDS = [
  'service-started',
  'service-stopped',
  'service-control',
  'settings-applied',
  'settings-broken',
  'policy-ignored',
  'connected',
  'connection-failed',
  'connection-disabled',
  'registered',
  'registration-ended',
  'licence-received',
  'licence-refused',
  'licence-changed',
  'licence-installed',
  'licence-install-failed',
  'licence-rolled-back',
  'licence-recovered',
  'licence-imported',
  'licence-file-imported',
  'licence-restored',
  'licence-file-saved',
  'licence-request-made',
  'key-set-renewed',
  'key-set-refused',
  'reread-done',
  'reread-failed',
  'expiry-notice',
  'maintenance-notice',
  'clock-suspect',
  'event-skipped',
  'announcement',
  'try-again',
  'release-index-refused',
  'release-offered',
  'update-download-asked',
  'update-paused',
  'update-downloaded',
  'update-refused',
  'update-install-asked',
  'update-installed',
  'connection-checked',
  'licence-marked-as-copied',
  'licence-found-copied',
  'entitlement-skipped',
  'assistance-permitted',
  'assistance-forbidden',
  'assistance-permission-ended',
  'assistance-requested',
  'assistance-allowed',
  'assistance-denied',
  'assistance-no-answer',
  'assistance-refused',
  'assistance-withdrawn',
  'assistance-started',
  'assistance-widened',
  'assistance-extended',
  'assistance-ended',
  'assistance-report-refused',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

const ACTORS = ['service', 'operator', 'back-office'] as const;

/** A value of an entry; text from outside is shown as text only, the words of a licence's changes are made where they are shown. */
const Value = z.union([z.string().max(1000), z.number(), z.boolean(), z.null(), LicenceDifference]);
const Detail = z.record(z.string().max(64), Value);

/** One record of the audit log as the pages see it; `number` counts from 1 without a gap. */
export const ActivityEntry = z.strictObject({
  number: z.number().int().min(1),
  at: Timestamp,
  kind: z.enum(ACTIVITY_KINDS),
  actor: z.enum(ACTORS),
  detail: Detail,
});
export type ActivityEntry = z.output<typeof ActivityEntry>;
export type ActivityDetail = z.output<typeof Detail>;

export const ActivityQuery = z.strictObject({
  /** Entries older than this number; absent = from the newest. */
  before: z.number().int().min(1).optional(),
  limit: z.number().int().min(1).max(1000).default(200),
});

/** The result of reading the whole log again. */
export const ActivityVerdict = z.strictObject({
  total: z.number().int().min(0),
  /** The first record whose place in the hash chain does not hold; null while the log is whole. */
  brokenAt: z.number().int().min(1).nullable(),
});

/** So many entries go into one event; who was told of fewer than there are reads the rest. */
const MOST_APPENDED = 50;

/** New entries, oldest first. */
export const ActivityAppended = z.strictObject({ entries: z.array(ActivityEntry).min(1).max(MOST_APPENDED) });
export type ActivityAppended = z.output<typeof ActivityAppended>;

/** Two events of new entries as one, without the oldest where they are too many. */
export const joinAppended = (first: ActivityAppended, next: ActivityAppended): ActivityAppended => ({
  entries: [...first.entries, ...next.entries].slice(-MOST_APPENDED),
});

export const ActivityPage = z.strictObject({
  /** Newest first. */
  entries: z.array(ActivityEntry).max(1000),
  total: z.number().int().min(0),
  /** The first record whose place in the hash chain does not hold; null while the log is whole. */
  brokenAt: z.number().int().min(1).nullable(),
});
export type ActivityPage = z.output<typeof ActivityPage>;
