const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const ISSUED_AHEAD_TOLERANCE = 5 * MINUTE;
const CLOCK_TOLERANCE = 10 * MINUTE;
/** How far a signed time may be ahead of the clock, or of the signed time before it, and still be believed. */
const BELIEVED_STEP = 31 * DAY;
/** A run that was farther ahead than this, of both the clock and every signed time, was a wrong clock. */
const BELIEVED_RUN = 2 * 366 * DAY;

/** All in milliseconds since the epoch; null = there was none yet. */
export type KnownTimes = {
  clock: number;
  /** `issuedAt` of the key set in force; root keys have signed it, so it is believed always. */
  keySetAt: number | null;
  /** The newest `issuedAt` of an accepted licence package that was believed. */
  newestIssuedAt: number | null;
  /** The signed time of an accepted index that was believed. */
  newestIndexAt: number | null;
  lastRunAt: number | null;
  /** The signed time of an accepted document that was too far ahead to be believed. */
  doubtedAt: number | null;
};

/** The source of the time floor. */
export const TIME_SOURCES = ['clock', 'key-set', 'licence', 'index', 'last-run'] as const;
export type TimeSource = (typeof TIME_SOURCES)[number];

/** The latest believed signed time; 0 = there is none. Only this decides over keys: no clock of this machine does. */
export const signedTime = ({ keySetAt, newestIssuedAt, newestIndexAt }: KnownTimes): number =>
  Math.max(keySetAt ?? 0, newestIssuedAt ?? 0, newestIndexAt ?? 0);

/** The time that days are judged by: a clock put back behind a signed time gains nothing. */
export const signedFloor = (times: KnownTimes): number => Math.max(times.clock, signedTime(times));

/** A moment is over only where the clock and the signed times agree on it, for either of them may be wrong. */
export const agreedTime = (times: KnownTimes): number => Math.min(times.clock, signedTime(times));

/** The clock, but no farther ahead of what is signed than a signed time may be: a clock alone ends nothing for good. */
export const plausibleTime = (times: KnownTimes): number =>
  Math.min(signedFloor(times), signedTime(times) + BELIEVED_STEP);

/** Null where the clock is so far behind the last run, and so well in keeping with what is signed, that the run was wrong. */
const believedRun = (times: KnownTimes): number | null => {
  const { clock, lastRunAt } = times;
  if (lastRunAt === null) return null;
  const isFar = lastRunAt - signedFloor(times) > BELIEVED_RUN;
  return isFar && clock >= signedTime(times) - CLOCK_TOLERANCE ? null : lastRunAt;
};

/** The time it is at the earliest, and what says so. It is shown and warned of; it refuses nothing. */
export const floorOf = (times: KnownTimes): { time: number; source: TimeSource } => {
  const known: { time: number; source: TimeSource }[] = [
    { time: times.keySetAt ?? 0, source: 'key-set' },
    { time: times.newestIssuedAt ?? 0, source: 'licence' },
    { time: times.newestIndexAt ?? 0, source: 'index' },
    { time: believedRun(times) ?? 0, source: 'last-run' },
  ];
  const clock: { time: number; source: TimeSource } = { time: times.clock, source: 'clock' };
  return known.reduce((latest, one) => (one.time > latest.time ? one : latest), clock);
};

export const timeFloor = (times: KnownTimes): number => floorOf(times).time;

/**
 * The latest time it could be, for a document that says when it was issued; null where the clock is certainly wrong, so
 * that nothing can be said.
 */
export const latestTime = (times: KnownTimes): number | null => {
  if (signedTime(times) - times.clock > CLOCK_TOLERANCE) return null;
  return Math.max(timeFloor(times), times.doubtedAt ?? 0);
};

/** True when the clock is more than 10 minutes behind the floor or a doubted time. This warns; it never stops anything. */
export const isClockSuspect = (times: KnownTimes): boolean =>
  Math.max(timeFloor(times), times.doubtedAt ?? 0) - times.clock > CLOCK_TOLERANCE;

/** True when the clock shows about this time. */
export const agreesWithClock = (time: number, clock: number): boolean =>
  Math.abs(time - clock) <= CLOCK_TOLERANCE;

/** Whether a signed time is near the clock, or near the signed time before it (`anchor`), from which time went on. */
export const isBelieved = (time: number, { clock, anchor }: { clock: number; anchor: number }): boolean =>
  time - Math.max(clock, anchor) <= BELIEVED_STEP;
