import type { AssistanceAnswer, AssistanceEnd } from '@shared/back-office/requests';

/**
 * Where the outcome of requests and sessions is told: implemented by the back-office job, used by the assistance job,
 * joined in the composition. `key` makes a repeated call known as one (a UUID). Every call may throw an `AppError` with a
 * connection reason; its `status` param is that of the answer, where there was one.
 */
export interface AssistanceReports {
  answer(requestId: string, answer: AssistanceAnswer, key: string): Promise<void>;
  ended(requestId: string, end: AssistanceEnd, key: string): Promise<void>;
}
