import { z } from 'zod';

/**
 * Why a signed document was refused: one code per check, in the order of the checks.
 * The last four belong to indexes and key sets; all others may also be a licence package's.
 */
export const REFUSAL_CODES = [
  'too-large',
  'malformed',
  'header-not-allowed',
  'wrong-type',
  'unknown-key',
  'key-revoked',
  'key-role',
  'algorithm',
  'signature',
  'not-json',
  'schema',
  'newer-format',
  'wrong-product',
  'wrong-serial-number',
  'wrong-host',
  'issued-in-future',
  'replayed',
  'conflicting',
  'implausible',
  'expired',
  'nonce',
  'stale',
  'threshold',
  'index-mismatch',
] as const;

/** One of {@link REFUSAL_CODES}, for payloads that carry it. */
export const RefusalCode = z.enum(REFUSAL_CODES);
export type RefusalCode = z.output<typeof RefusalCode>;

export type Refused = { ok: false; code: RefusalCode };

export const refuse = (code: RefusalCode): Refused => ({ ok: false, code });
