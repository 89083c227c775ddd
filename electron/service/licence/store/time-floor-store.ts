import type { Clock } from '@shared/domain/time/clock';
import {
  believedTimes,
  keySetTimeOf,
  NO_STORED_TIMES,
  StoredTimes,
} from '@shared/domain/licence/believed-times';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import type { SignatureTrust } from '@shared/domain/licence/format/signed-document';
import {
  agreedTime,
  agreesWithClock,
  floorOf,
  isBelieved,
  isClockSuspect,
  latestTime,
  plausibleTime,
  signedFloor,
  signedTime,
  timeFloor,
  type KnownTimes,
  type TimeSource,
} from '@shared/domain/time/time-floor';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';

/** Well below the ten minutes from which a clock counts as put back. */
const WRITE_EVERY = 5 * 60_000;

/** A clock that went on farther than this at once, while the program ran or not, may be wrong. */
const LEAP_MS = 31 * 86_400_000;
/** A clock that has leapt ahead is believed when it has stood for so long: one that was wrong for a moment leaves no trace. */
const STANDS_AFTER_MS = 3_600_000;

/** The signed times of an accepted document. */
type Told = { issuedAt?: string; indexAt?: string };

/**
 * The facts about the time, kept across restarts. Root keys are believed; the time that another key signed is believed
 * where it is near the clock or follows the one before; what this machine's clock showed once is for warnings alone.
 */
export class TimeFloorStore {
  readonly #write: (value: StoredTimes) => Promise<void>;
  #writtenAt: number | null;
  #keys: KeySet | null = null;
  /** A signed time, and when this process has known it by `elapsed`: time cannot go on faster from there. */
  #anchor = { time: 0, at: 0 };
  /** Since when, by `elapsed`, the clock has stood ahead after a leap; null = it has not leapt. */
  #leaptAt: number | null = null;

  private constructor(
    file: string,
    private readonly clock: Clock,
    private readonly elapsed: Clock,
    private times: StoredTimes,
  ) {
    this.#write = createStateWriter(file);
    this.#writtenAt = times.lastRunAt;
  }

  /** `elapsed` counts the time since some moment, whatever becomes of the clock. */
  static async open(
    file: string,
    clock: Clock,
    elapsed: Clock = { now: () => performance.now() },
  ): Promise<TimeFloorStore> {
    const read = await readStateFile(file, StoredTimes, clock.now());
    const times = read.outcome === 'read' ? read.value : NO_STORED_TIMES;
    return new TimeFloorStore(file, clock, elapsed, times);
  }

  /** The time it certainly is by now, ms since the epoch; for warnings. */
  floor(): number {
    return timeFloor(this.#known());
  }

  /** The source of the floor. */
  floorSource(): TimeSource {
    return floorOf(this.#known()).source;
  }

  /** A signed time that was not believed; null = none. */
  doubted(): number | null {
    return this.times.doubtedAt;
  }

  /** The time that days are judged by: without the last run, for which there is only the word of this machine's clock. */
  signedFloor(): number {
    return signedFloor(this.#known());
  }

  /** The clock, where it is not far ahead of what is signed. */
  plausibleTime(): number {
    return plausibleTime(this.#known());
  }

  /** The latest time it could be; null where the clock is certainly wrong. */
  latestTime(): number | null {
    return latestTime(this.#known());
  }

  isClockSuspect(): boolean {
    return isClockSuspect(this.#known());
  }

  /** What documents with a moment of their own are checked against. */
  trust(keySet: KeySet): SignatureTrust & { keyTime: number } {
    const known = this.#known();
    return { keySet, timeFloor: agreedTime(known), keyTime: signedTime(known) };
  }

  /** The keys in force. A newer set than that of the times known so far replaces them by its own: roots can put a floor back. */
  async useKeys(keySet: KeySet): Promise<void> {
    this.#keys = keySet;
    const next = believedTimes(this.times, keySet);
    this.#setAnchor(signedTime({ ...this.#known(), ...next }));
    await this.#keep(next);
  }

  /**
   * Takes the signed times of an accepted document; one that is too far ahead is remembered as doubted. An index is made
   * for the very question, so one that agrees with the clock takes back whatever was ahead of it.
   */
  async note({ issuedAt, indexAt }: Told): Promise<void> {
    let next = this.times;
    if (issuedAt !== undefined) next = this.#taken(next, 'newestIssuedAt', issuedAt);
    if (indexAt !== undefined) next = this.#proven(this.#taken(next, 'newestIndexAt', indexAt), indexAt);
    await this.#keep(next);
  }

  /**
   * Takes the time of a licence that a person brought. Where the clock shows the days after its issue, both speak against
   * a run that was farther ahead and against a doubted time.
   */
  async noteBrought({ issuedAt }: { issuedAt: string }): Promise<void> {
    await this.note({ issuedAt });
    const time = Date.parse(issuedAt);
    const clock = Math.floor(this.clock.now());
    const isWitness = clock >= time && isBelieved(clock, { clock: time, anchor: time });
    if (!isWitness || signedTime(this.#known()) > clock) return;
    const lastRunAt = this.times.lastRunAt === null ? null : Math.min(this.times.lastRunAt, clock);
    await this.#keep({ ...this.times, lastRunAt, doubtedAt: null });
  }

  /** Notes that the program runs now; on disk at most every five minutes. */
  async tick(): Promise<void> {
    const now = Math.floor(this.clock.now());
    const known = this.#known();
    if (this.#isLeap(now, known)) return;
    // A run that is not believed any more makes room for this one.
    const isForgotten = floorOf({ ...known, clock: now }).time < (this.times.lastRunAt ?? 0);
    if (this.times.lastRunAt === null || now > this.times.lastRunAt || isForgotten) {
      this.times = { ...this.times, lastRunAt: now };
    }
    if (this.#writtenAt !== null && !isForgotten && now - this.#writtenAt < WRITE_EVERY) return;
    this.#writtenAt = now;
    await this.#write(this.times);
  }

  /** Whether the clock stands ahead of all that was known, for too short a time yet to be the time of a run. */
  #isLeap(now: number, known: KnownTimes): boolean {
    if (this.times.lastRunAt === null || now - Math.max(this.times.lastRunAt, signedTime(known)) <= LEAP_MS) {
      this.#leaptAt = null;
      return false;
    }
    this.#leaptAt ??= this.elapsed.now();
    return this.elapsed.now() - this.#leaptAt < STANDS_AFTER_MS;
  }

  #known(): KnownTimes {
    return { ...this.times, keySetAt: this.#keys && keySetTimeOf(this.#keys), clock: this.clock.now() };
  }

  #setAnchor(time: number) {
    this.#anchor = { time, at: this.elapsed.now() };
  }

  #taken(times: StoredTimes, name: 'newestIssuedAt' | 'newestIndexAt', text: string): StoredTimes {
    const time = Math.floor(Date.parse(text));
    const clock = this.clock.now();
    const anchor = this.#anchor.time + Math.max(0, this.elapsed.now() - this.#anchor.at);
    if (!isBelieved(time, { clock, anchor })) {
      return { ...times, doubtedAt: Math.max(times.doubtedAt ?? 0, time) };
    }
    if (agreesWithClock(time, clock)) this.#setAnchor(time);
    return { ...times, [name]: Math.max(times[name] ?? 0, time) };
  }

  #proven(times: StoredTimes, indexAt: string): StoredTimes {
    const time = Math.floor(Date.parse(indexAt));
    const clock = Math.floor(this.clock.now());
    const latest = Math.max(clock, time);
    const newest = Math.max(times.newestIssuedAt ?? 0, times.newestIndexAt ?? 0);
    // The answer is as new as the question; where the clock says the same, an earlier answer from later was wrong.
    if (agreesWithClock(time, clock)) {
      const atMost = (known: number | null) => (known === null ? null : Math.min(known, latest));
      const lastRunAt = atMost(times.lastRunAt);
      const newestIssuedAt = atMost(times.newestIssuedAt);
      return { ...times, newestIssuedAt, newestIndexAt: time, lastRunAt, doubtedAt: null };
    }
    if (time < newest) return times;
    const lastRunAt = (times.lastRunAt ?? 0) > latest ? latest : times.lastRunAt;
    return { ...times, lastRunAt };
  }

  async #keep(next: StoredTimes): Promise<void> {
    const isSame = Object.entries(next).every(
      ([name, value]) => this.times[name as keyof StoredTimes] === value,
    );
    this.times = next;
    if (isSame) return;
    this.#writtenAt = next.lastRunAt;
    await this.#write(next);
  }
}
