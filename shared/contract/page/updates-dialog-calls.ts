import { z } from 'zod';
import { call } from '@shared/contract/define';

/** Calls for updates that the app handles itself. */
export const updatesDialogCalls = {
  /** Starts the verified installer of the offered release, with the rights it needs. */
  install: call({
    access: 'write',
    input: z.void(),
    output: z.strictObject({ version: z.string().max(64), outcome: z.enum(['installed', 'started']) }),
    fails: [
      'update-not-downloaded',
      'update-changed',
      'update-needs-more',
      'update-installer-busy',
      'update-installer-unknown',
      'update-install-refused',
      'update-install-failed',
    ],
  }),
} as const;
