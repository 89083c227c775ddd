import { z } from 'zod';
import { AssistanceRequestId } from '@shared/domain/assistance/assistance';
import { serviceContract } from '@shared/contract/service/service-contract';
import { call } from '@shared/contract/define';

const OneRequest = z.strictObject({ requestId: AssistanceRequestId });

/** Remote assistance between a page and the app: the answers of the person at the screen, and the history. */
export const assistancePageCalls = {
  /** Allows this one request and starts the client; resolves when it runs. */
  allow: call({
    access: 'write',
    input: OneRequest,
    output: z.void(),
    fails: [
      'assistance-request-gone',
      'assistance-grant-invalid',
      'assistance-not-recorded',
      'client-not-found',
      'client-unsafe',
      'client-too-old',
      'client-version-unknown',
      'client-not-started',
      'client-not-set-up',
    ],
  }),
  deny: call({ access: 'write', input: OneRequest, output: z.void(), fails: ['assistance-request-gone'] }),
  /** Cuts the running session now. */
  stop: call({ access: 'write', input: z.void(), output: z.void(), fails: [] }),
  extend: call({
    access: 'write',
    input: OneRequest,
    output: z.void(),
    fails: ['assistance-request-gone', 'assistance-not-recorded'],
  }),
  history: serviceContract.assistance.history,
  /** Saves the whole history through the system's save dialog; null when it was cancelled. */
  exportHistory: call({
    access: 'read',
    input: z.strictObject({ format: z.enum(['csv', 'json']) }),
    output: z.strictObject({ fileName: z.string().max(255).nullable() }),
    fails: ['settings-not-writable'],
  }),
} as const;
