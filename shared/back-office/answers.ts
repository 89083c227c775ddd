import { z } from 'zod';
import { AssistanceRequestId } from '@shared/domain/assistance/assistance';

/** The answers of the back office (`back-office-api.yaml`): unknown members are dropped, known ones are bounded. */
const Moment = z.iso.datetime({ offset: true });
const HeartbeatSeconds = z.number().int().min(5).max(86_400);

/** Text that an address can carry: without half of a surrogate pair. */
const Encodable = z.string().regex(/^\P{Surrogate}*$/u);

/** Goes into addresses: only what stays one path segment, also behind a proxy server that decodes it. */
export const InstallationId = z.string().regex(/^(?!\.{1,2}$)[^/\\?#\p{Control}\p{Surrogate}]{1,100}$/u);

export const Installation = z.object({
  installationId: InstallationId,
  token: z
    .string()
    .min(1)
    .max(4096)
    .regex(/^[\x21-\x7e]+$/),
  organisation: z.object({
    id: z.string().max(64),
    name: z.string().max(200),
    phone: z.string().max(50).optional(),
    website: z.string().max(2048).optional(),
  }),
  heartbeatSeconds: HeartbeatSeconds,
  serverTime: Moment,
});
export type Installation = z.output<typeof Installation>;

export const StatusAnswer = z.object({
  serverTime: Moment,
  heartbeatSeconds: HeartbeatSeconds,
  /** The newest record of the audit log whose hash the back office holds; the next report repeats that record's hash. */
  auditLogHeld: z.number().int().min(1).optional(),
});

const eventBase = { id: z.string().min(1).max(100), at: Moment };
const LocalisedText = z.record(z.string().max(35), z.string().max(4000));

/** The events this program knows, by their members; a type not listed is logged and skipped. */
export const KnownEvent = z.discriminatedUnion('type', [
  z.object({
    ...eventBase,
    type: z.literal('licence-available'),
    licenceId: z.guid(),
    sequence: z.number().int().min(1),
  }),
  z.object({ ...eventBase, type: z.literal('release-available') }),
  z.object({ ...eventBase, type: z.literal('check-in') }),
  z.object({ ...eventBase, type: z.literal('registration-ended'), reason: z.string().max(500) }),
  z.object({
    ...eventBase,
    type: z.literal('announcement'),
    severity: z.enum(['info', 'warning']),
    title: LocalisedText,
    body: LocalisedText,
    link: z.string().max(2048).nullable(),
  }),
  // Its other members are checked one by one, so that what is wrong with them can be answered by name.
  z.looseObject({ ...eventBase, type: z.literal('assistance-requested'), requestId: AssistanceRequestId }),
  z.object({ ...eventBase, type: z.literal('assistance-withdrawn'), requestId: AssistanceRequestId }),
  z.object({ ...eventBase, type: z.literal('assistance-ended'), requestId: AssistanceRequestId }),
]);
export type KnownEvent = z.output<typeof KnownEvent>;

/** The envelope every event has, known or not. */
export const AnyEvent = z.object({ ...eventBase, type: z.string().min(1).max(100) });

export const EventsAnswer = z.object({
  cursor: Encodable.max(200),
  events: z.array(z.unknown()).max(100),
  /** How long the back office holds the next poll, with a blank at its start and then every 50 seconds. */
  waitSeconds: z.number().int().min(51).max(1800).optional(),
});

/** RFC 9457 problem document with the API's `code`. */
export const Problem = z.object({ status: z.number().int(), code: z.string().max(100) });
