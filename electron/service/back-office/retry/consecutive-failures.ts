import type { Clock } from '@shared/domain/time/clock';

/** Counts the failures since something last went well or began anew; the pause after each depends on them. */
export class ConsecutiveFailures {
  #count = 0;
  #firstAt = 0;

  constructor(private readonly clock: Clock) {}

  reset(): void {
    this.#count = 0;
  }

  /** Takes one more; gives how many there were before it, and the time since the first of them in ms. */
  add(): { attempt: number; outageMs: number } {
    const now = this.clock.now();
    if (this.#count === 0) this.#firstAt = now;
    this.#count += 1;
    return { attempt: this.#count - 1, outageMs: Math.max(0, now - this.#firstAt) };
  }
}
