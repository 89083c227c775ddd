import { z } from 'zod';
import { PACKAGE_REFUSALS } from '@shared/errors/error-catalogue';
import { Timestamp } from '@shared/domain/time/dates';

/**
 * A licence package that was refused; `line` and `word` where a line of the licence file inside it is to blame. Without
 * the two it comes from an older version.
 */
export const RefusedLicence = z.strictObject({
  code: z.enum(PACKAGE_REFUSALS),
  at: Timestamp,
  sequence: z.number().int().min(1).nullable(),
  line: z.number().int().min(1).nullable().default(null),
  word: z.string().max(80).nullable().default(null),
});
export type RefusedLicence = z.output<typeof RefusedLicence>;
