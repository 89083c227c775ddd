import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import { AssistanceAnswer, AssistanceEnd } from '@shared/back-office/requests';
import type { AssistanceReports } from '@electron/service/ports/assistance-reports';
import type { Clock } from '@shared/domain/time/clock';
import { AppError } from '@shared/errors/app-error';

const KEPT = 200;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;
/** Answers that a repetition may change: a token that is renewed, a time-out, a crowd. */
const PASSING = [401, 408, 425, 429];

const Common = { key: z.uuid(), requestId: z.string().max(100) };
const StoredReport = z.discriminatedUnion('about', [
  z.strictObject({ ...Common, about: z.literal('answer'), body: AssistanceAnswer }),
  z.strictObject({ ...Common, about: z.literal('end'), body: AssistanceEnd }),
]);
type StoredReport = z.output<typeof StoredReport>;
const Stored = z.strictObject({ reports: z.array(StoredReport).max(KEPT) });

/** A report without its key, which is made when it is taken in. */
export type NewReport = StoredReport extends infer R ? (R extends unknown ? Omit<R, 'key'> : never) : never;

interface OutboxParts {
  stateFolder: string;
  reports: AssistanceReports;
  isConnected: () => boolean;
  /** The back office does not take this report, now or ever; it was taken out. `status` of its answer. */
  onRefused: (report: NewReport, status: number) => void;
  log: { info: (fields: object, message: string) => void; error: (fields: object, message: string) => void };
  clock: Clock;
}

const refusalStatus = (error: unknown): number | null => {
  if (!(error instanceof AppError)) return null;
  const { status } = error.params;
  const isFinal = typeof status === 'number' && status >= 400 && status < 500 && !PASSING.includes(status);
  return isFinal ? status : null;
};

/**
 * Reports for the back office in order, each under a key of its own that stays the same over restarts. What
 * cannot be delivered now is delivered when there is a connection again.
 */
export class ReportOutbox {
  readonly #file: string;
  readonly #save: (value: unknown) => Promise<void>;
  #waiting: StoredReport[] = [];
  #sending: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #retryMs = FIRST_RETRY_MS;
  #isStopped = false;

  constructor(private readonly parts: OutboxParts) {
    this.#file = path.join(parts.stateFolder, 'assistance-reports.json');
    this.#save = createStateWriter(this.#file);
  }

  async open(): Promise<void> {
    const read = await readStateFile(this.#file, Stored, this.parts.clock.now());
    if (read.outcome === 'read') this.#waiting = [...read.value.reports, ...this.#waiting].slice(-KEPT);
  }

  /** Resolves when the reports are on the disk; sending goes on by itself. */
  async add(reports: readonly NewReport[]): Promise<void> {
    if (reports.length === 0) return;
    const keyed = reports.map((report) => ({ ...report, key: randomUUID() }));
    this.#waiting = [...this.#waiting, ...keyed].slice(-KEPT);
    await this.#keep();
    this.deliver();
  }

  /** Nothing is kept for a connection that is switched off. */
  async clear(): Promise<void> {
    if (this.#waiting.length === 0) return;
    this.#waiting = [];
    await this.#keep();
  }

  /** Sends what waits, now; called whenever there is a connection. */
  deliver(): void {
    this.#retryMs = FIRST_RETRY_MS;
    this.#begin();
  }

  /** Resolves when what is being sent has its answer. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#sending;
  }

  #begin(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      const isDue = this.#waiting.length > 0 && this.parts.isConnected() && !this.#isStopped;
      if (isDue) this.#later();
    });
  }

  #later(): void {
    this.#timer = setTimeout(() => this.#begin(), this.#retryMs);
    this.#timer.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  async #send(): Promise<void> {
    for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
      if (!this.parts.isConnected()) return;
      try {
        await this.#tell(next);
      } catch (error) {
        const status = refusalStatus(error);
        if (status === null) {
          this.parts.log.info({ error }, 'a report on remote assistance is kept until it can be sent');
          return;
        }
        this.parts.onRefused(next, status);
      }
      const told = next.key;
      this.#waiting = this.#waiting.filter(({ key }) => key !== told);
      await this.#keep();
    }
  }

  #tell(report: StoredReport): Promise<void> {
    const { reports } = this.parts;
    return report.about === 'answer'
      ? reports.answer(report.requestId, report.body, report.key)
      : reports.ended(report.requestId, report.body, report.key);
  }

  async #keep(): Promise<void> {
    await this.#save({ reports: this.#waiting }).catch((error: unknown) => {
      this.parts.log.error({ error }, 'the reports on remote assistance cannot be saved');
    });
  }
}
