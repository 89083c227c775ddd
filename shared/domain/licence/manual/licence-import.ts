import { z } from 'zod';
import { LICENCE_REFUSALS } from '@shared/errors/error-catalogue';

/** The result of importing a licence package or a key set (`keys-…`). */
export const LicenceImport = z.strictObject({
  outcome: z.enum(['ok', 'unchanged', 'keys-renewed', 'keys-unchanged', ...LICENCE_REFUSALS]),
  sequence: z.number().int().min(1).nullable(),
});
export type LicenceImport = z.output<typeof LicenceImport>;
