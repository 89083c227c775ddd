import type { CheckFact, CheckStageName } from '@shared/domain/connection/connection-check';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';

/** Writes down a fact; it is seen at once. */
export type NoteFact = (fact: CheckFact) => void;

/**
 * One stage of a check. It has passed when `run` resolves to nothing; it throws the `AppError` that it fails with.
 * `not-tried` = it cannot tell, `skipped` = there is nothing to try.
 */
export interface Stage {
  name: CheckStageName;
  subject: string | null;
  /** From its start, in ms; then it has failed with `lateCode`. */
  deadlineMs: number;
  lateCode: ErrorCode;
  run: (note: NoteFact, signal: AbortSignal) => Promise<'skipped' | 'not-tried' | undefined>;
}

export const STAGE_DEADLINE_MS = 10_000;

/** Waits for a promise that cannot be taken back, for as long as the stage is wanted. */
export const unlessAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const give = () => reject(signal.reason instanceof Error ? signal.reason : new AppError('internal'));
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
