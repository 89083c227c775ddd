import { z } from 'zod';
import { call } from '@shared/contract/define';

export const diagnosticsCalls = {
  /** Makes a support report; every character of it is in the answer, before anything is saved. */
  createReport: call({
    access: 'read',
    input: z.void(),
    output: z.strictObject({ id: z.uuid(), text: z.string().max(1_000_000) }),
    fails: ['data-folder-unusable'],
  }),
  /** Saves the report of this id, exactly as it was shown, through the system's save dialog; null when it was cancelled. */
  saveReport: call({
    access: 'read',
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ fileName: z.string().max(255).nullable() }),
    fails: ['file-not-saved'],
  }),
};
