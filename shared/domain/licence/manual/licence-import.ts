import { z } from 'zod';
import { PACKAGE_REFUSALS } from '@shared/errors/error-catalogue';

/**
 * The result of importing a licence package or a key set (`keys-…`); `line` and `word` where a line of the licence file
 * inside the package is to blame.
 */
export const LicenceImport = z.strictObject({
  outcome: z.enum(['ok', 'unchanged', 'keys-renewed', 'keys-unchanged', ...PACKAGE_REFUSALS]),
  sequence: z.number().int().min(1).nullable(),
  line: z.number().int().min(1).nullable().optional(),
  word: z.string().max(80).nullable().optional(),
});
export type LicenceImport = z.output<typeof LicenceImport>;
