import { z } from 'zod';
import { CalendarDay, daysUntil, nextDayAfter, utcDay } from '@shared/domain/time/dates';
import { warnedDatesOf, LICENCE_DATES, rungOf, type LicenceDate } from '@shared/domain/licence/date-ladder';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import type { Announcement } from '@shared/domain/status/status';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import type { Announcements } from './announcements';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import type { RecordAudit } from '@electron/service/licence/record-audit';

/** Every day that was warned of, with the rungs told; of the days of earlier licences the newest are kept. */
const Told = z
  .array(
    z.strictObject({
      date: z.enum(LICENCE_DATES),
      day: CalendarDay,
      rungs: z.array(z.number().int().min(-1).max(365)).max(400),
    }),
  )
  .max(40);
type Told = z.output<typeof Told>;

const KEPT = 40;
/** The longest that a timer is set for: what it waits for is a time of day, and a machine may sleep meanwhile. */
const LONGEST_WAIT = 6 * 3_600_000;

interface Parts {
  announcements: Announcements;
  note: RecordAudit;
  log: JobLog;
  /** The time it certainly is by now, in ms since the epoch. */
  now: () => number;
  /** The licence in use; null while it is not known. */
  licence: () => Pick<LicenceSummary, 'expiresOn' | 'maintenanceUntil'> | null;
  /** Called when something was announced or withdrawn, and when a day has begun. */
  changed: () => void;
}

/**
 * Warns the operator before the licence expires and before maintenance ends, once for each rung of the ladder. A time
 * that jumps over rungs gives one warning, that of the rung it lands on; one that goes back and comes again gives none
 * twice. What is no longer true is withdrawn.
 */
export class DateWarnings {
  readonly #write: (value: Told) => Promise<void>;
  #rungs: readonly number[] | null = null;
  #looking: Promise<void> | null = null;
  #day = '';
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    file: string,
    private told: Told,
    private readonly parts: Parts,
  ) {
    this.#write = createStateWriter(file);
  }

  static async open(file: string, parts: Parts): Promise<DateWarnings> {
    const read = await readStateFile(file, Told, parts.now());
    return new DateWarnings(file, read.outcome === 'read' ? read.value : [], parts);
  }

  /** The ladder of the settings, in days before; nothing is told before the first call. */
  setDays(rungs: readonly number[]): void {
    this.#rungs = rungs;
    this.check();
  }

  stop(): Promise<void> {
    this.#rungs = null;
    clearTimeout(this.#timer);
    return this.settled();
  }

  /** Resolves when what the last look found is on disk. */
  settled(): Promise<void> {
    return this.#looking ?? Promise.resolve();
  }

  /** To be called now and then, as a clock may be set and a machine may sleep; does nothing on the same day. */
  noteTime(): void {
    if (this.#rungs !== null && utcDay(this.parts.now()) !== this.#day) this.parts.changed();
  }

  /** To be called whenever the licence may be another. */
  check(): void {
    if (this.#rungs === null || this.#looking !== null) return;
    this.#waitForMidnight();
    if (this.#pending().length === 0 && this.#obsolete().length === 0) return;
    this.#looking = this.#announce().finally(() => {
      this.#looking = null;
    });
  }

  #waitForMidnight() {
    clearTimeout(this.#timer);
    const now = this.parts.now();
    this.#day = utcDay(now);
    const wait = Math.min(LONGEST_WAIT, nextDayAfter(now) - now);
    this.#timer = setTimeout(() => {
      this.#waitForMidnight();
      this.parts.changed();
    }, wait).unref();
  }

  /** Where each date stands now. */
  #standing() {
    const licence = this.parts.licence();
    const now = this.parts.now();
    return (licence === null ? [] : warnedDatesOf(licence, now)).map(({ date, day }) => ({
      date,
      day,
      daysLeft: daysUntil(day, now),
      rung: rungOf(this.#rungs ?? [], day, now),
    }));
  }

  #pending() {
    return this.#standing().flatMap(({ rung, ...standing }) =>
      rung === null || this.#isAnnounced(standing.date, standing.day, rung) ? [] : [{ ...standing, rung }],
    );
  }

  /** Open announcements that say what no longer holds. */
  #obsolete(): Announcement[] {
    // A licence that cannot be read for a moment takes nothing back.
    if (this.parts.licence() === null) return [];
    const standing = this.#standing();
    return this.parts.announcements.open.filter(
      (open) =>
        open.kind === 'licence-date' &&
        !standing.some(({ date, day, rung }) => date === open.date && day === open.day && rung === open.rung),
    );
  }

  #isAnnounced(date: LicenceDate, day: string, rung: number) {
    return this.told.some((one) => one.date === date && one.day === day && one.rungs.includes(rung));
  }

  #isOpen(date: LicenceDate, day: string, rung: number) {
    return this.parts.announcements.open.some(
      (open) => open.kind === 'licence-date' && open.date === date && open.day === day && open.rung === rung,
    );
  }

  async #announce() {
    const { announcements, note, log, now, changed } = this.parts;
    try {
      await announcements.acknowledge(this.#obsolete().map(({ id }) => id));
      for (const { date, day, rung, daysLeft } of this.#pending()) {
        // A crash between the two leaves it open but not remembered; then it is not told again.
        if (!this.#isOpen(date, day, rung)) {
          await announcements.add({ kind: 'licence-date', date, day, rung }, now());
        }
        await this.#remember(date, day, rung);
        await note(`${date}-notice`, 'service', { day, daysLeft });
      }
    } catch (error) {
      log.error({ error }, 'a date of the licence could not be announced');
    }
    changed();
  }

  async #remember(date: LicenceDate, day: string, rung: number) {
    const known = this.told.find((one) => one.date === date && one.day === day);
    const others = this.told.filter((one) => one !== known);
    this.told = [...others, { date, day, rungs: [...(known?.rungs ?? []), rung] }].slice(-KEPT);
    await this.#write(this.told);
  }
}
