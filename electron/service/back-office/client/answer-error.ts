import { Problem } from '@shared/back-office/answers';
import { AppError } from '@shared/errors/app-error';
import { CONNECTION_REASONS, type ConnectionReason, type ErrorCode } from '@shared/errors/error-catalogue';
import { reasonOfStatus } from '@electron/service/ports/answer-status';
import type { HttpAnswer } from '@electron/service/ports/http-client';
import { parseJson } from './parse-json';
import { retryAfterSeconds } from './retry-after';

/** Codes of problem documents that are passed on by name; everything else is told by its status. */
export const REGISTER_CODES = [
  'verification-code-wrong',
  'registration-blocked',
  'organisation-unknown',
  'serial-number-unknown',
] as const satisfies readonly ErrorCode[];
export const LICENCE_CODES = ['no-licence'] as const satisfies readonly ErrorCode[];

const codeOf = (answer: HttpAnswer): string | undefined => {
  const parsed = Problem.safeParse(parseJson(answer.body));
  return parsed.success ? parsed.data.code : undefined;
};

/**
 * The error that an answer other than 2xx is, `missing` where it is a 404 without a known code; `retryAfterSeconds` is
 * among its params where the back office asked for it.
 */
export const answerError = (
  answer: HttpAnswer,
  options: { codes: readonly ErrorCode[]; hasToken: boolean; missing: ConnectionReason; now: number },
): AppError => {
  const code = codeOf(answer);
  const named = options.codes.find((known) => known === code);
  const seconds = retryAfterSeconds(answer.headers['retry-after'], options.now);
  return new AppError(
    named ?? reasonOfStatus(answer.status, options),
    { status: answer.status, ...(seconds === null ? {} : { retryAfterSeconds: seconds }) },
    new Error(`status ${answer.status}, code ${code ?? 'none'}`),
  );
};

/** The wait in ms that an error carries from its answer. */
export const retryAfterOf = (error: AppError): number | undefined => {
  const seconds = error.params['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds * 1000 : undefined;
};

/** Whether a failure is one of the connection's own. */
export const isConnectionError = (error: unknown): error is AppError & { code: ConnectionReason } =>
  error instanceof AppError && (CONNECTION_REASONS as readonly string[]).includes(error.code);
