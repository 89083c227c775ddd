import type { Clock } from '@shared/domain/time/clock';

/** What is looked at is told by the system as well: this is for the case that it is not. */
const LONGEST_MS = 300_000;
/** Apart by more than a long poll or its blanks are: while there is one, the timer never runs out. */
const SHORTEST_MS = 240_000;

/**
 * The one rhythm of what is looked at now and then. It goes with the wake-ups that the long poll brings anyway, and has
 * a timer of its own only for the time without one.
 */
export class HousekeepingTimer {
  #timer: NodeJS.Timeout | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: Clock,
    private readonly run: () => void,
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
  processWoke(): void {
    // A clock that was put back must not delay the next run.
    const sinceLast = Math.abs(this.clock.now() - this.#lastAt);
    if (this.#timer !== undefined && sinceLast >= SHORTEST_MS) this.#runNow();
  }

  #runNow(): void {
    this.#lastAt = this.clock.now();
    this.#arm();
    this.run();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#runNow(), LONGEST_MS);
  }
}
