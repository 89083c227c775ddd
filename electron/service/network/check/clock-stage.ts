import { AppError } from '@shared/errors/app-error';
import type { CheckDependencies } from './check-dependencies';
import type { CheckContext } from './check-context';
import type { Exchange } from './exchange';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

/** A certificate or a signed time is refused far beyond this; below it a difference does no harm. */
const MOST_SECONDS = 600;

/** Seconds by which the answer's `Date` is ahead; null = there is no answer, or it says none. */
const toldBy = async (exchange: Exchange | null, signal: AbortSignal): Promise<number | null> => {
  if (exchange === null) return null;
  const answered = await unlessAborted(exchange.answered(), signal).catch(() => null);
  signal.throwIfAborted();
  const date = Date.parse(answered?.answer.headers['date'] ?? '');
  return answered === null || Number.isNaN(date) ? null : Math.round((date - answered.at) / 1000);
};

/** How far the signed times seen so far say that this clock is behind, at least; null = not at all. */
const behindFloor = ({ status, clock }: Pick<CheckDependencies, 'status' | 'clock'>) => {
  const { isSuspect, floor } = status().clock;
  const seconds = Math.round((Date.parse(floor) - clock.now()) / 1000);
  return isSuspect && seconds > 0 ? seconds : null;
};

/** Compares the clocks; where the back office told no time, with the latest time that a signature has vouched for. */
export const clockStage = (
  { begun }: CheckContext,
  dependencies: Pick<CheckDependencies, 'status' | 'clock'>,
): Stage => ({
  name: 'clock',
  subject: null,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'back-office-timed-out',
  run: async (note, signal) => {
    const seconds = (await toldBy(begun(), signal)) ?? behindFloor(dependencies);
    if (seconds === null) return 'not-tried';
    note({ fact: 'clock-difference', seconds });
    if (Math.abs(seconds) > MOST_SECONDS) {
      throw new AppError('clock-off', { minutes: Math.round(Math.abs(seconds) / 60) });
    }
    return undefined;
  },
});
