import { z } from 'zod';
import {
  AssistanceAnswer,
  AssistanceAsk,
  AssistanceEnd,
  LicenceReport,
  Registration,
  Status,
} from '../schemas';

import { AuditBook } from './audit-heads';

const PrivateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
  kid: z.string(),
});
export type PrivateJwk = z.infer<typeof PrivateJwk>;

const PublicJwk = PrivateJwk.omit({ d: true }).extend({ alg: z.literal('Ed25519'), use: z.literal('sig') });
export type PublicJwk = z.infer<typeof PublicJwk>;

export const KeySetPayload = z.object({
  formatVersion: z.literal(1),
  version: z.int(),
  issuedAt: z.string(),
  expiresOn: z.string(),
  keys: z.array(
    z.object({
      jwk: PublicJwk,
      roles: z.array(z.string()),
      notBefore: z.string(),
      notAfter: z.string(),
      revoked: z.boolean(),
    }),
  ),
});
export type KeySetPayload = z.infer<typeof KeySetPayload>;

/** JWS general JSON serialization (RFC 7515 section 7.2.1), protected headers only. */
export const SignedKeySet = z.object({
  payload: z.string(),
  signatures: z.array(z.object({ protected: z.string(), signature: z.string() })),
});
export type SignedKeySet = z.infer<typeof SignedKeySet>;

export const KeyRingData = z.object({
  privateKeys: z.array(PrivateJwk),
  rootKids: z.array(z.string()),
  signers: z.object({ licence: z.string(), index: z.string(), release: z.string() }),
  keySet: SignedKeySet,
});
export type KeyRingData = z.infer<typeof KeyRingData>;

const Feature = z.object({
  id: z.string(),
  name: z.string(),
  quantity: z.int(),
  expiresOn: z.string().nullable(),
});
export type Feature = z.infer<typeof Feature>;

const Customer = z.object({ id: z.string(), name: z.string() });
export type Customer = z.infer<typeof Customer>;

/** The payload of a licence package; `formatVersion` and the rest stay open to tests that sign wrong ones. */
export const LicenceClaims = z.object({
  formatVersion: z.int(),
  licenceId: z.string(),
  product: z.string(),
  serialNumber: z.string(),
  sequence: z.int(),
  previousSha256: z.string().nullable(),
  issuedAt: z.string(),
  reason: z.enum(['initial', 'maintenance-extended', 'features-added', 'users-added', 'replacement']),
  customer: Customer,
  expiresOn: z.string().nullable(),
  maintenanceUntil: z.string(),
  users: z.int(),
  features: z.array(Feature),
  hostIds: z.array(z.string()),
  file: z.object({ name: z.string(), content: z.string() }),
});
export type LicenceClaims = z.infer<typeof LicenceClaims>;

/** `package` is kept as it was signed: the index promises its hash and size. */
export const IssuedLicence = z.object({
  licenceId: z.string(),
  sequence: z.int(),
  sha256: z.string(),
  size: z.int(),
  package: z.string(),
  claims: LicenceClaims,
});
export type IssuedLicence = z.infer<typeof IssuedLicence>;

export const OfficeEvent = z.looseObject({ id: z.string(), type: z.string(), at: z.string() });
export type OfficeEvent = z.infer<typeof OfficeEvent>;

const Installation = z.object({
  installationId: z.string(),
  serialNumber: z.string(),
  organisationId: z.string(),
  tokenSha256: z.string().nullable(),
  removed: z.boolean(),
  registration: Registration.omit({ verificationCode: true }),
  registeredAt: z.string(),
  lastSeen: z.string(),
  status: Status.nullable(),
  audit: AuditBook.default({ heads: [], alarms: [] }),
  reports: z.array(LicenceReport.extend({ at: z.string() })),
  events: z.array(z.object({ number: z.int(), event: OfficeEvent })),
});
export type Installation = z.infer<typeof Installation>;

const SerialNumber = z.object({
  serialNumber: z.string(),
  customer: Customer,
  hostIds: z.array(z.string()),
  licences: z.array(IssuedLicence),
});
export type SerialNumber = z.infer<typeof SerialNumber>;

const AssistanceRequest = z.object({
  requestId: z.string(),
  serialNumber: z.string(),
  /** Null for an event that was sent by hand. */
  ask: AssistanceAsk.nullable().default(null),
  requestedAt: z.string().default(''),
  state: z.enum(['open', 'answered', 'withdrawn', 'ended']),
  answerBy: z.string(),
  answer: AssistanceAnswer.nullable(),
  end: AssistanceEnd.nullable(),
});
export type AssistanceRequest = z.infer<typeof AssistanceRequest>;

/** Everything the back office remembers, as the optional data file holds it. `epoch` marks the cursors it gave out. */
export const OfficeData = z.object({
  formatVersion: z.literal(1),
  epoch: z.string(),
  authority: z.object({ certificate: z.string(), privateKey: z.string() }),
  keys: KeyRingData,
  serialNumbers: z.array(SerialNumber),
  installations: z.array(Installation),
  assistance: z.array(AssistanceRequest),
});
export type OfficeData = z.infer<typeof OfficeData>;
