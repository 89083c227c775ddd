import { z } from 'zod';
import { LICENCE_SERVER_REASONS } from '@shared/errors/error-catalogue';

export const FOLDER_STEPS = ['find', 'create', 'write', 'rename', 'delete', 'space'] as const;

/** Free bytes below which a licence folder is as good as full. */
export const SPACE_NEEDED = 1024 * 1024;

/** The verdict on a licence folder, step by step, for the account that would use it. */
export const FolderTest = z.strictObject({
  account: z.string().max(256),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(FOLDER_STEPS),
        outcome: z.enum(['passed', 'failed', 'not-tried']),
        reason: z.enum(LICENCE_SERVER_REASONS).nullable(),
      }),
    )
    .max(FOLDER_STEPS.length),
  /** The bytes that the account may still write; null where the file system does not say. */
  freeBytes: z.number().int().min(0).nullable(),
});
export type FolderTest = z.output<typeof FolderTest>;
