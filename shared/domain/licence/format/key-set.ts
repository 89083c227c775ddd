import { z } from 'zod';
import { CalendarDay, UtcTimestamp } from '@shared/domain/time/dates';

const Parameter = z.string().min(1).max(1024);

/** A public key as JWK (RFC 7517); private members are refused. Only Ed25519 keys (RFC 8037) are ever used. */
export const PublicJwk = z.strictObject({
  kty: Parameter,
  crv: Parameter.optional(),
  x: Parameter.optional(),
  y: Parameter.optional(),
  n: Parameter.optional(),
  e: Parameter.optional(),
  pub: z.string().max(8192).optional(),
  kid: Parameter.optional(),
  alg: Parameter.optional(),
  use: z.literal('sig').optional(),
  key_ops: z.array(z.literal('verify')).max(1).optional(),
  ext: z.boolean().optional(),
});
export type PublicJwk = z.output<typeof PublicJwk>;

/** A key of the set: valid from `notBefore` to `notAfter`, for the named roles, unless revoked. */
export const SigningKey = z.strictObject({
  jwk: PublicJwk,
  roles: z.array(z.string().min(1).max(32)).max(8),
  notBefore: UtcTimestamp,
  notAfter: UtcTimestamp,
  revoked: z.boolean(),
});
export type SigningKey = z.output<typeof SigningKey>;

/** Payload of a key set (`key-set+jws`): the keys in force. */
export const KeySet = z.strictObject({
  formatVersion: z.literal(1),
  version: z.int().min(1),
  issuedAt: UtcTimestamp,
  expiresOn: CalendarDay,
  keys: z.array(SigningKey).min(1).max(64),
});
export type KeySet = z.output<typeof KeySet>;
