import { z } from 'zod';

const dateTime = z.iso.datetime({ offset: true });
const nullableText = z.string().nullable().optional();

/** The request bodies of the API: closed objects, and no narrower than the API description. */
export const Registration = z.strictObject({
  serviceOrganisationId: z.string().min(1).max(64),
  verificationCode: z.string().min(1).max(128),
  serialNumber: z.string().min(1).max(64),
  product: z.string(),
  productVersion: nullableText,
  serviceVersion: z.string(),
  platform: z.string(),
  hostName: z.string().max(253),
  locale: z.string().optional(),
});
export type Registration = z.infer<typeof Registration>;

export const Status = z.strictObject({
  at: dateTime,
  serviceVersion: z.string(),
  productVersion: nullableText,
  licence: z
    .strictObject({
      serialNumber: z.string(),
      sequence: z.int().nullable(),
      expiresOn: z.iso.date().nullable(),
      maintenanceUntil: z.iso.date().nullable(),
    })
    .nullable(),
  licenceServers: z
    .array(
      z.strictObject({
        licenceServerId: z.string(),
        name: z.string(),
        kind: z.enum(['local', 'remote']),
        state: z.enum(['up-to-date', 'behind', 'failing', 'unknown']),
        sequence: z.int().nullable().optional(),
        reason: z.string().optional(),
      }),
    )
    .max(100),
  remoteAssistance: z.strictObject({
    allowed: z.boolean(),
    until: dateTime.nullable().optional(),
    inSession: z.boolean().optional(),
  }),
  updates: z.strictObject({ newestOffered: nullableText, downloaded: nullableText }),
  auditLog: z
    .strictObject({
      lastRecord: z.int().min(1),
      lastHash: z.string().regex(/^[0-9a-f]{64}$/),
      heldRecord: z.int().min(1).nullable(),
      heldHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    })
    .optional(),
});
export type Status = z.infer<typeof Status>;

export const LicenceReport = z.strictObject({
  licenceId: z.uuid(),
  sequence: z.int(),
  verdict: z.string(),
  results: z
    .array(
      z.strictObject({
        licenceServerId: z.string(),
        name: z.string(),
        outcome: z.enum(['installed', 'saved-by-operator', 'failed', 'rolled-back', 'waiting']),
        reason: z.string().optional(),
      }),
    )
    .max(100),
});
export type LicenceReport = z.infer<typeof LicenceReport>;

export const AssistanceAnswer = z.strictObject({
  decision: z.enum(['allowed', 'denied', 'no-answer', 'not-permitted', 'busy', 'unavailable']),
  at: dateTime,
  answeredBy: z.string().max(200).optional(),
  reason: z.string().max(500).optional(),
});

export const AssistanceEnd = z.strictObject({
  endedBy: z.enum(['customer', 'technician', 'expired', 'permission-ended', 'service-stopped']),
  startedAt: dateTime,
  endedAt: dateTime,
});

/** The request to the customer; members as in the `assistance-requested` event. Open to tests that ask wrongly. */
export const AssistanceAsk = z.object({
  technician: z.object({ name: z.string(), organisation: z.string() }),
  ticket: z.string(),
  reason: z.string(),
  access: z.enum(['view', 'control']),
  session: z.object({
    provider: z.enum(['teamviewer', 'rustdesk']),
    code: z.string(),
    endCustomerLink: z.string().optional(),
    validUntil: z.string(),
  }),
});
export type AssistanceAsk = z.infer<typeof AssistanceAsk>;

export const LONGEST_WAIT_SECONDS = 1800;

export const EventsQuery = z.strictObject({
  after: z.string().max(200).optional(),
  wait: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((seconds) => seconds <= LONGEST_WAIT_SECONDS)
    .default(50),
});

export const NonceQuery = z.strictObject({ nonce: z.string().regex(/^[\w-]{22}$/) });
