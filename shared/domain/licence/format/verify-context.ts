import { z } from 'zod';
import { PublicJwk } from './key-set';
import { Sha256Hex } from './licence-claims';
import { CalendarDay, UtcTimestamp } from '@shared/domain/time/dates';

const Text = z.string().max(256);

/**
 * The file given with `verify FILE --context FILE`: what a document is checked against, in place of what this
 * installation knows. Every member may be left out; members it does not know are ignored.
 */
export const VerifyContextFile = z.object({
  /** The time floor. */
  now: UtcTimestamp.optional(),
  product: Text.optional(),
  serialNumber: Text.nullable().optional(),
  hostId: Text.nullable().optional(),
  installedSequence: z.int().min(0).optional(),
  installedSha256: Sha256Hex.nullable().optional(),
  installedExpiresOn: CalendarDay.nullable().optional(),
  storedVersion: z.int().min(0).optional(),
  nonce: Text.optional(),
  roots: z.array(PublicJwk).max(16).optional(),
  threshold: z.int().min(1).max(16).optional(),
  /** General JSON serialization; verified under the roots like any other. */
  keySet: z.record(z.string(), z.unknown()).optional(),
});
export type VerifyContextFile = z.output<typeof VerifyContextFile>;
