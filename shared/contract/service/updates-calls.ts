import { z } from 'zod';
import { call } from '@shared/contract/define';
import { ReleaseList } from '@shared/domain/updates/update';

/** Software updates. What is offered and how far a download is stands in the status. */
export const updatesCalls = {
  list: call({ access: 'read', input: z.void(), output: ReleaseList, fails: [] }),
  /** Asks the back office for the newest releases now. */
  check: call({
    access: 'write',
    input: z.void(),
    output: ReleaseList,
    fails: ['update-index-refused', 'back-office-unreachable', 'back-office-error'],
  }),
  /** Fetches the offered release, or goes on with it; answers when it has begun. */
  download: call({ access: 'write', input: z.void(), output: z.void(), fails: ['update-none'] }),
  pause: call({ access: 'write', input: z.void(), output: z.void(), fails: ['update-none'] }),
  /** Reads the installer through once more; the file may be started only by whoever compares its hash again. */
  installer: call({
    access: 'write',
    input: z.void(),
    output: z.strictObject({
      version: z.string().max(64),
      fileName: z.string().max(100),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      size: z.number().int().min(1),
    }),
    fails: ['update-not-downloaded', 'update-changed'],
  }),
} as const;
