import type { Clock } from '@shared/domain/time/clock';

/** Longer than the back office holds a poll: while there is one, the timer of the pulse never runs out. */
const LONGEST_MS = 60_000;
const SHORTEST_MS = 30_000;

/**
 * The one rhythm of what is looked at now and then. It goes with the wake-ups that the long poll brings anyway, and has
 * a timer of its own only for the time without one.
 */
export class Pulse {
  #timer: NodeJS.Timeout | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: Clock,
    private readonly beat: () => void,
  ) {}

  start(): void {
    this.#arm();
  }

  stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return Promise.resolve();
  }

  /** Something has woken this process: beats, unless it just has. */
  awake(): void {
    // A clock that was put back must not hold the pulse back with it.
    const sinceLast = Math.abs(this.clock.now() - this.#lastAt);
    if (this.#timer !== undefined && sinceLast >= SHORTEST_MS) this.#beatNow();
  }

  #beatNow(): void {
    this.#lastAt = this.clock.now();
    this.#arm();
    this.beat();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#beatNow(), LONGEST_MS);
  }
}
