import { AppError } from '@shared/errors/app-error';

/** Whether whoever reads the output has gone away, as `head` does: it wants to hear no more, and no words on it either. */
export const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** For an output that was not taken: throws on what a reader that has gone away has caused, as `output-not-written` all else. */
export const outputNotTaken = (error: unknown): never => {
  throw isReaderGone(error) ? error : new AppError('output-not-written', {}, error);
};
