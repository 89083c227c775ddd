import { z } from 'zod';
import { Timestamp } from '@shared/domain/time/dates';

const text = (max: number) => z.string().max(max);

export const LICENCE_REQUEST_FILE_NAME = 'licence-request.json';

/**
 * A request for the newest licence from an installation without a network: one JSON document, carried to the service
 * organisation on a stick. It holds no secret and no signature, as it asks for nothing that the licence server's owner
 * may not have: what counts is the signed package that comes back, which passes every check of the licence format.
 */
export const LicenceRequest = z.strictObject({
  document: z.literal('licence-request'),
  formatVersion: z.literal(1),
  product: text(128).min(1),
  serialNumber: text(64).min(1),
  /** Of the newest package held, 0 = none yet. */
  sequence: z.number().int().min(0),
  /** SHA-256 of that package; null = none yet. */
  packageSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Host ids of the licence servers that are known. */
  hostIds: z.array(text(64)).max(100),
  /** As entered in the settings; null = not entered. */
  serviceOrganisationId: text(64).nullable(),
  /** 128 random bits in base64url: the reference under which both sides record this request. */
  nonce: z.string().regex(/^[\w-]{22}$/),
  createdAt: Timestamp,
});
export type LicenceRequest = z.output<typeof LicenceRequest>;
