const BASE_MS = 2000;

/** The longest pause between two tries by themselves. */
export const BACKGROUND_CAP_MS = 15 * 60_000;
/** The same while a person waits for the outcome. */
export const WAITING_CAP_MS = 30_000;
/** A fleet that was cut off in one moment comes back over as long as one that was started in one moment. */
const FIRST_SPREAD_MS = 30_000;
/** In the background no pause is longer than this share of the outage so far. */
const SHARE_OF_OUTAGE = 0.5;

export type BackoffOptions = {
  /** Failures in a row before this one. */
  attempt: number;
  /** From the first of these failures to this one, in ms. */
  outageMs: number;
  isOperatorPresent: boolean;
  /** The pause that the back office asked for; it comes before the jitter and is never shortened. */
  retryAfterMs?: number | undefined;
};

/**
 * The longest pause that the jitter may choose. For a person it doubles with each failure. In the background it grows
 * with the outage instead: by counting failures, the lucky try far more often than the others and come back in a storm.
 */
const ceilingOf = ({ attempt, outageMs, isOperatorPresent }: BackoffOptions): number =>
  isOperatorPresent
    ? Math.min(WAITING_CAP_MS, BASE_MS * 2 ** attempt)
    : Math.min(BACKGROUND_CAP_MS, Math.max(FIRST_SPREAD_MS, outageMs * SHARE_OF_OUTAGE));

/** The pause before the next try in ms: full jitter, `random` in [0, 1). */
export const backoffDelay = (options: BackoffOptions, random: () => number): number =>
  Math.round((options.retryAfterMs ?? 0) + random() * ceilingOf(options));

/** A recurring pause, 20 % shorter to 20 % longer, so that installations do not fall into step. */
export const spread = (ms: number, random: () => number): number => Math.round(ms * (0.8 + 0.4 * random()));
