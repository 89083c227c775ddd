import { z } from 'zod';
import type { Clock } from '@shared/domain/time/clock';
import { isClockSuspect, timeFloor } from '@shared/domain/time/time-floor';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';

const Moment = z.number().int().min(0).nullable().default(null);
/** All in ms since the epoch. */
const Times = z.strictObject({ newestIssuedAt: Moment, newestIndexAt: Moment, lastRunAt: Moment });
type Times = z.output<typeof Times>;

const NONE: Times = { newestIssuedAt: null, newestIndexAt: null, lastRunAt: null };
/** Well below the ten minutes from which a clock counts as put back. */
const WRITE_EVERY = 5 * 60_000;

/** The certain facts about the time, kept across restarts. */
export class TimeFloorStore {
  readonly #write: (value: Times) => Promise<void>;
  #writtenAt: number | null;

  private constructor(
    file: string,
    private readonly clock: Clock,
    private times: Times,
  ) {
    this.#write = createStateWriter(file);
    this.#writtenAt = times.lastRunAt;
  }

  static async open(file: string, clock: Clock): Promise<TimeFloorStore> {
    const read = await readStateFile(file, Times, clock.now());
    return new TimeFloorStore(file, clock, read.outcome === 'read' ? read.value : NONE);
  }

  /** The time it certainly is by now, ms since the epoch. */
  floor(): number {
    return timeFloor({ ...this.times, clock: this.clock.now() });
  }

  /** The same without the time of the last run, for which there is only the word of this machine's clock. */
  signedFloor(): number {
    return timeFloor({ ...this.times, lastRunAt: null, clock: this.clock.now() });
  }

  isClockSuspect(): boolean {
    return isClockSuspect({ ...this.times, clock: this.clock.now() });
  }

  /**
   * Takes the signed times of an accepted document; earlier ones change nothing. An index is made for the very question,
   * so its time shows a last run beyond it to be a clock that was once ahead: that time is forgotten.
   */
  async note({ issuedAt, indexAt }: { issuedAt?: string; indexAt?: string }): Promise<void> {
    const later = (known: number | null, text: string | undefined) =>
      text === undefined ? known : Math.max(known ?? 0, Math.floor(Date.parse(text)));
    const newestIssuedAt = later(this.times.newestIssuedAt, issuedAt);
    const newestIndexAt = later(this.times.newestIndexAt, indexAt);
    const proven = Math.max(Math.floor(this.clock.now()), newestIndexAt ?? 0);
    const wasAhead = indexAt !== undefined && (this.times.lastRunAt ?? 0) > proven;
    const isKnown =
      newestIssuedAt === this.times.newestIssuedAt && newestIndexAt === this.times.newestIndexAt;
    if (isKnown && !wasAhead) return;
    const lastRunAt = wasAhead ? proven : this.times.lastRunAt;
    this.times = { newestIssuedAt, newestIndexAt, lastRunAt };
    this.#writtenAt = lastRunAt;
    await this.#write(this.times);
  }

  /** Notes that the program runs now; on disk at most every five minutes. */
  async tick(): Promise<void> {
    const now = Math.floor(this.clock.now());
    if (this.times.lastRunAt === null || now > this.times.lastRunAt) {
      this.times = { ...this.times, lastRunAt: now };
    }
    if (this.#writtenAt !== null && now - this.#writtenAt < WRITE_EVERY) return;
    this.#writtenAt = now;
    await this.#write(this.times);
  }
}
