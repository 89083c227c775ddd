export const ISSUED_AHEAD_TOLERANCE = 5 * 60_000;
const CLOCK_TOLERANCE = 10 * 60_000;

/** All in milliseconds since the epoch; null = there was none yet. */
export type KnownTimes = {
  clock: number;
  /** The newest `issuedAt` of an accepted licence package. */
  newestIssuedAt: number | null;
  /** The newest signed time of an accepted index. */
  newestIndexAt: number | null;
  lastRunAt: number | null;
};

/** The time it certainly is by now: the latest of all known times, so that a clock put back gains nothing. */
export const timeFloor = ({ clock, newestIssuedAt, newestIndexAt, lastRunAt }: KnownTimes): number =>
  Math.max(clock, ...[newestIssuedAt, newestIndexAt, lastRunAt].filter((time) => time !== null));

/** True when the clock is behind the floor by more than 10 minutes. This warns; it never stops anything. */
export const isClockSuspect = (times: KnownTimes): boolean =>
  timeFloor(times) - times.clock > CLOCK_TOLERANCE;
