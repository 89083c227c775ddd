import { z } from 'zod';
import { SERVICE_ACTIONS } from '@shared/domain/status/service-control';
import { call, event } from '@shared/contract/define';

/** How long this service lives. Starting and stopping are the service manager's; only an embedded service has none. */
export const lifetimeCalls = {
  /** Puts what a person asks of the service manager into the audit log; who asks does it before or right after. */
  note: call({
    access: 'write',
    input: z.strictObject({ action: z.enum([...SERVICE_ACTIONS, 'change-account']) }),
    output: z.void(),
    fails: [],
  }),
  /**
   * Ends an embedded service. `isForGood`: whoever supervises it does not start it again. An installed one is ended by its
   * service manager and answers `not-allowed`.
   */
  end: call({
    access: 'write',
    input: z.strictObject({ isForGood: z.boolean() }),
    /** Whether an app supervises it as its child. */
    output: z.strictObject({ isSupervised: z.boolean() }),
    fails: [],
  }),
  /** It is about to end because a person asked for it. */
  ending: event(z.strictObject({ isForGood: z.boolean() })),
} as const;
