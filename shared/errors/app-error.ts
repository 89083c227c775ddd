import type { ErrorCode } from './error-catalogue';

/** Values a sentence is filled with; never a secret, they reach the page and the log. */
export type Params = Readonly<Record<string, string | number>>;

/** An expected failure: a code of the catalogue, the values for its sentence and, for the log alone, its cause. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Params = {},
    cause?: unknown,
  ) {
    super(code, cause === undefined ? {} : { cause });
    this.name = 'AppError';
  }
}
