import { AppError } from '@shared/errors/app-error';
import { ZodError } from 'zod';
import type { ApiPromise } from './api-promise';
import { ASSISTANCE_PROMISES } from './assistance-promises';
import { CONNECTION_PROMISES } from './connection-promises';
import { EVERY_CALL_PROMISES } from './every-call-promises';
import { KEY_SET_PROMISES, LICENCE_PROMISES } from './licence-promises';
import { BrokenPromise, NotTried, startPlay, type Play, type PlayOptions } from './play';
import { REGISTRATION_PROMISES } from './registration-promises';
import { RELEASE_PROMISES } from './release-promises';

/** In the order in which a client meets them. */
export const API_PROMISES: readonly ApiPromise[] = [
  ...KEY_SET_PROMISES,
  ...REGISTRATION_PROMISES,
  ...CONNECTION_PROMISES,
  ...LICENCE_PROMISES,
  ...RELEASE_PROMISES,
  ...ASSISTANCE_PROMISES,
  ...EVERY_CALL_PROMISES,
];

/** What has become of one promise; `reason` is empty where it is kept. */
export type Finding = {
  promise: ApiPromise;
  outcome: 'kept' | 'broken' | 'not-tried';
  reason: string;
  seconds: number;
};

const reasonOf = (error: unknown): string => {
  if (error instanceof BrokenPromise || error instanceof NotTried) return error.message;
  if (error instanceof ZodError)
    return `The answer is not as described: ${error.issues[0]?.path.join('.') ?? ''}.`;
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  const { cause } = error;
  const detail = cause instanceof Error && cause.message !== '' ? ` (${cause.message.slice(0, 300)})` : '';
  return `The installation refuses the answer: ${error.code}${detail}.`;
};

const judge = async (promise: ApiPromise, play: Play): Promise<Finding> => {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  try {
    await promise.keeps(play);
    return { promise, outcome: 'kept', reason: '', seconds: seconds() };
  } catch (error) {
    const outcome = error instanceof NotTried ? 'not-tried' : 'broken';
    return { promise, outcome, reason: reasonOf(error), seconds: seconds() };
  }
};

/** Plays a client through every promise, one after the other; `tell` hears of each finding at once. */
export const runConformance = async (
  options: PlayOptions,
  tell: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> => {
  const play = startPlay(options);
  const findings: Finding[] = [];
  try {
    for (const promise of API_PROMISES) {
      const finding = await judge(promise, play);
      findings.push(finding);
      tell(finding);
    }
  } finally {
    play.end();
  }
  return findings;
};
