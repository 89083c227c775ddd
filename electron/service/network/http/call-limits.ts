import { AppError } from '@shared/errors/app-error';

/** Joins the caller's wish to end and a deadline in ms, and ends the call itself when the answer is no longer wanted. */
export const startLimits = (deadlineMs: number, wish: AbortSignal | undefined) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new AppError('back-office-timed-out')), deadlineMs);
  const follow = () => controller.abort(wish?.reason);
  if (wish?.aborted === true) follow();
  else wish?.addEventListener('abort', follow, { once: true });
  const finish = () => {
    clearTimeout(timer);
    wish?.removeEventListener('abort', follow);
    // Frees the connection of an answer that was not read to its end.
    controller.abort();
  };
  /** From now on only the caller's wish counts. */
  const liftDeadline = () => clearTimeout(timer);
  return { signal: controller.signal, finish, liftDeadline };
};
