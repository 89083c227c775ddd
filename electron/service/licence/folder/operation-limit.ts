import { AppError } from '@shared/errors/app-error';

/** Longest time one operation on a licence folder may take, in ms. */
export const OPERATION_LIMIT = 30_000;

/** Runs one operation on a licence folder. `discard` gets the result of one that ended after its time, to let go of it. */
export type OperationLimit = <T>(operation: () => Promise<T>, discard?: (late: T) => void) => Promise<T>;

/**
 * A gate for one licence server: throws `timed-out` after the limit. A hanging call cannot be taken back and holds a
 * thread, so until it ends nothing more is started on that server.
 */
export const createOperationLimit = (milliseconds = OPERATION_LIMIT): OperationLimit => {
  let hanging = 0;
  return async <T>(operation: () => Promise<T>, discard?: (late: T) => void) => {
    if (hanging > 0) throw new AppError('timed-out');
    const running = operation();
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<'ended'>((resolve) => {
      timer = setTimeout(() => {
        resolve('ended');
      }, milliseconds);
    });
    try {
      const first = await Promise.race([running.then((value) => ({ value })), ended]);
      if (first !== 'ended') return first.value;
    } finally {
      clearTimeout(timer);
    }
    hanging += 1;
    void running
      .then(discard, () => undefined)
      .finally(() => {
        hanging -= 1;
      });
    throw new AppError('timed-out');
  };
};
