import { z } from 'zod';
import { ANSWERS, REPORTED_ENDINGS } from '@shared/domain/assistance/assistance';
import { Timestamp, CalendarDay } from '@shared/domain/time/dates';

/**
 * The requests of Print ORS Service to the back office (`back-office-api.yaml`): strict objects, so that
 * a field nobody decided on cannot leave the machine. The page "What is sent" is made from these schemas.
 */
export const Registration = z.strictObject({
  serviceOrganisationId: z.string().min(1).max(64),
  verificationCode: z.string().min(1).max(128),
  serialNumber: z.string().min(1).max(64),
  product: z.string(),
  productVersion: z.string().nullable(),
  serviceVersion: z.string(),
  platform: z.string(),
  hostName: z.string().max(253),
  locale: z.string(),
});
export type Registration = z.output<typeof Registration>;

/** SHA-256 of a record of the audit log, which covers every record before it. */
const AuditHash = z.string().regex(/^[0-9a-f]{64}$/);

export const StatusReport = z.strictObject({
  at: Timestamp,
  serviceVersion: z.string(),
  productVersion: z.string().nullable(),
  licence: z
    .strictObject({
      serialNumber: z.string(),
      sequence: z.number().int().nullable(),
      expiresOn: CalendarDay.nullable(),
      maintenanceUntil: CalendarDay.nullable(),
    })
    .nullable(),
  licenceServers: z
    .array(
      z.strictObject({
        licenceServerId: z.string(),
        name: z.string(),
        kind: z.enum(['local', 'remote']),
        state: z.enum(['up-to-date', 'behind', 'failing', 'unknown']),
        sequence: z.number().int().nullable(),
        reason: z.string().optional(),
      }),
    )
    .max(100),
  remoteAssistance: z.strictObject({
    allowed: z.boolean(),
    until: Timestamp.nullable(),
    inSession: z.boolean(),
  }),
  updates: z.strictObject({ newestOffered: z.string().nullable(), downloaded: z.string().nullable() }),
  /** The end of the audit log, and its record at the number that the back office holds; left out while it cannot be read. */
  auditLog: z
    .strictObject({
      lastRecord: z.number().int().min(1),
      lastHash: AuditHash,
      heldRecord: z.number().int().min(1).nullable(),
      heldHash: AuditHash.nullable(),
    })
    .optional(),
});
export type StatusReport = z.output<typeof StatusReport>;

export const LicenceReport = z.strictObject({
  licenceId: z.guid(),
  sequence: z.number().int(),
  /** `accepted`, `unchanged`, or the name of the check that refused it. */
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
export type LicenceReport = z.output<typeof LicenceReport>;

/** The customer's answer to a request for assistance. */
export const AssistanceAnswer = z.strictObject({
  decision: z.enum(ANSWERS),
  at: Timestamp,
  /** The account of the person who answered. */
  answeredBy: z.string().max(200).optional(),
  reason: z.string().max(500).optional(),
});
export type AssistanceAnswer = z.output<typeof AssistanceAnswer>;

export const AssistanceEnd = z.strictObject({
  endedBy: z.enum(REPORTED_ENDINGS),
  startedAt: Timestamp,
  endedAt: Timestamp,
});
export type AssistanceEnd = z.output<typeof AssistanceEnd>;
