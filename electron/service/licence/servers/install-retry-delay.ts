const MINUTE = 60_000;
const LADDER = [1, 2, 5, 15].map((minutes) => minutes * MINUTE);
const HOURLY = 60 * MINUTE;
const JITTER = 0.2;

/** How long to wait after the given number of failed tries in a row, in ms; `random` in [0, 1). */
export const installRetryDelay = (tries: number, random: number): number =>
  Math.round((LADDER[tries - 1] ?? HOURLY) * (1 - JITTER / 2 + JITTER * random));
