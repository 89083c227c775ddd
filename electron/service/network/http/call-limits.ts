import { AppError } from '@shared/errors/app-error';
import { AnswerHeldBack, type HeldAnswer } from '@electron/service/ports/http-client';

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
  const giveUp = (reason: AppError) => controller.abort(reason);
  return { signal: controller.signal, finish, liftDeadline, giveUp };
};

/** Gives a call up whose answer is held open, and of which nothing has come for too long. */
export const watchHeld = (held: HeldAnswer | undefined, giveUp: (reason: AppError) => void) => {
  const silent = new AppError('back-office-timed-out');
  let timer: NodeJS.Timeout | undefined;
  if (held !== undefined) {
    const heldBack = new AppError('back-office-timed-out', {}, new AnswerHeldBack());
    timer = setTimeout(() => giveUp(heldBack), held.firstByteMs);
  }
  return {
    notePiece: () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(silent), held?.pauseMs);
      held?.onPiece();
    },
    stop: () => clearTimeout(timer),
  };
};
