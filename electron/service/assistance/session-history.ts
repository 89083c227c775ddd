import path from 'node:path';
import { z } from 'zod';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import { AssistanceRecord } from '@shared/domain/assistance/assistance';
import type { Clock } from '@shared/domain/time/clock';
import type { AssistanceHistory } from '@shared/contract/service/assistance-calls';

const MONTH_MS = 31 * 86_400_000;
/** A help desk that asks all day must not fill the disk; the audit log keeps the rest. */
const KEPT = 1000;
/** Of these the sessions that were held stay longest: requests alone cannot push them out. */
const shortened = (records: readonly AssistanceRecord[]): AssistanceRecord[] => {
  const surplus = Math.max(0, records.length - KEPT);
  const unheld = records.filter(({ startedAt }) => startedAt === null);
  const dropped = new Set(surplus === 0 ? [] : unheld.slice(-surplus));
  return records.filter((record) => !dropped.has(record)).slice(0, KEPT);
};
const PER_ANSWER = 100;

const Stored = z.strictObject({ records: z.array(AssistanceRecord).max(KEPT) });

/** Requests that were put before a person, newest first, kept for as many months as the settings say. */
export class SessionHistory {
  readonly #file: string;
  readonly #save: (value: unknown) => Promise<void>;
  #records: AssistanceRecord[] = [];

  constructor(
    stateFolder: string,
    private readonly clock: Clock,
    private readonly months: () => number,
  ) {
    this.#file = path.join(stateFolder, 'assistance-history.json');
    this.#save = createStateWriter(this.#file);
  }

  async open(): Promise<void> {
    const read = await readStateFile(this.#file, Stored, this.clock.now());
    if (read.outcome === 'read') this.#records = read.value.records;
  }

  async add(record: AssistanceRecord): Promise<void> {
    const oldest = this.clock.now() - this.months() * MONTH_MS;
    this.#records = shortened(
      [record, ...this.#records].filter(({ requestedAt }) => Date.parse(requestedAt) >= oldest),
    );
    await this.#save({ records: this.#records });
  }

  read({ skip }: { skip: number }): AssistanceHistory {
    return { records: this.#records.slice(skip, skip + PER_ANSWER), total: this.#records.length };
  }
}
