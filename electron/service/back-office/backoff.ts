const BASE_MS = 2000;

/** The longest pause between two tries by themselves. */
export const BACKGROUND_CAP_MS = 15 * 60_000;
/** The same while a person waits for the outcome. */
export const WAITING_CAP_MS = 30_000;

export type BackoffOptions = {
  /** Failures in a row before this one. */
  attempt: number;
  isPersonWaiting: boolean;
  /** What the back office asked for; it comes before the jitter and is never cut short. */
  retryAfterMs?: number | undefined;
};

/** The pause before the next try in ms: full jitter, `random` in [0, 1). */
export const backoffDelay = (options: BackoffOptions, random: () => number): number => {
  const cap = options.isPersonWaiting ? WAITING_CAP_MS : BACKGROUND_CAP_MS;
  const ceiling = Math.min(cap, BASE_MS * 2 ** options.attempt);
  return Math.round((options.retryAfterMs ?? 0) + random() * ceiling);
};

/** A recurring pause, 20 % shorter to 20 % longer, so that installations do not fall into step. */
export const spread = (ms: number, random: () => number): number => Math.round(ms * (0.8 + 0.4 * random()));
