import type { Clock } from '@shared/domain/time/clock';

/**
 * A time that never goes back: whoever sets the machine's clock back does not make a permission last longer. It follows
 * the clock forward, and goes on by the elapsed time while the clock is behind. `floor` = where it stood when it was last
 * written down, in ms since the epoch.
 */
export class MonotonicClock implements Clock {
  #time: number;
  #elapsedAt: number;

  constructor(
    private readonly wall: Clock,
    private readonly elapsed: Clock,
    floor = 0,
  ) {
    this.#time = Math.max(wall.now(), floor);
    this.#elapsedAt = elapsed.now();
  }

  now(): number {
    const elapsed = this.elapsed.now();
    this.#time = Math.max(this.wall.now(), this.#time + Math.max(0, elapsed - this.#elapsedAt));
    this.#elapsedAt = elapsed;
    return this.#time;
  }

  /** The time of the computer's own clock at this moment; for people to read. */
  shown(time: number): number {
    const ahead = this.now() - this.wall.now();
    // Two clocks are never read in the same instant.
    return ahead < 2000 ? time : time - ahead;
  }
}
