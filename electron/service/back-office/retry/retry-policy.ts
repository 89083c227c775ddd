import type { AppError } from '@shared/errors/app-error';
import { ERRORS, type ErrorCode } from '@shared/errors/error-catalogue';
import { retryAfterOf } from '@electron/service/back-office/client/answer-error';
import { backoffDelay, spread, type BackoffOptions } from './backoff';

const HOUR_MS = 3_600_000;

/** A certificate, a clock or a proxy server is put right by somebody who need not touch this program. */
const HOURLY: readonly ErrorCode[] = [
  'certificate-untrusted',
  'certificate-incomplete',
  'certificate-expired',
  'certificate-wrong-name',
  'clock-wrong',
  'proxy-negotiate-only',
];

export type RetryOptions = Omit<BackoffOptions, 'retryAfterMs'> & { random: () => number };

/**
 * The pause in ms before a failure is tried again by itself; null = not before something changes or a person asks. What
 * the other side has ended, a refused login and a locked key store are never repeated by themselves.
 */
export const connectionRetryDelay = (
  error: AppError,
  { random, ...failures }: RetryOptions,
): number | null => {
  if (ERRORS[error.code].class === 'retry') {
    return backoffDelay({ ...failures, retryAfterMs: retryAfterOf(error) }, random);
  }
  return HOURLY.includes(error.code) ? spread(HOUR_MS, random) : null;
};
