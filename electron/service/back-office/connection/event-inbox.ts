import path from 'node:path';
import { z } from 'zod';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import { AnyEvent, KnownEvent } from '@shared/back-office/answers';
import type { Clock } from '@shared/domain/time/clock';
import type { EventsReply } from '@electron/service/back-office/client/back-office-client';

const KEPT_IDS = 500;

const StoredInbox = z.object({
  installationId: z.string().max(100),
  cursor: z.string().max(200).nullable(),
  seen: z.array(z.string().max(100)).max(KEPT_IDS),
});
type StoredInbox = z.output<typeof StoredInbox>;

/** The new events in an answer of the event poll. */
export type Delivery = {
  events: KnownEvent[];
  /** Types that are not known, or whose members are not as described. */
  skipped: string[];
  /** How many entries were no events at all. */
  unreadable: number;
};

const TYPES = new Set<string>(KnownEvent.options.map((option) => option.shape.type.value));

const sort = (entries: readonly unknown[], seen: Set<string>): Delivery => {
  const delivery: Delivery = { events: [], skipped: [], unreadable: 0 };
  for (const entry of entries) {
    const any = AnyEvent.safeParse(entry);
    if (!any.success) {
      delivery.unreadable += 1;
      continue;
    }
    if (seen.has(any.data.id)) continue;
    seen.add(any.data.id);
    const known = TYPES.has(any.data.type) ? KnownEvent.safeParse(entry) : null;
    if (known?.success === true) delivery.events.push(known.data);
    else delivery.skipped.push(any.data.type);
  }
  return delivery;
};

/** How far the events have been read, kept over restarts in `state/events.json`; each event is delivered once. */
export class EventInbox {
  #stored: StoredInbox | null = null;
  readonly #file: string;
  readonly #save: (value: unknown) => Promise<void>;

  constructor(
    stateFolder: string,
    private readonly clock: Clock,
  ) {
    this.#file = path.join(stateFolder, 'events.json');
    this.#save = createStateWriter(this.#file);
  }

  /** The cursor of an installation; what was read as another one does not count. */
  async open(installationId: string): Promise<string | null> {
    if (this.#stored === null) {
      const read = await readStateFile(this.#file, StoredInbox, this.clock.now());
      this.#stored = read.outcome === 'read' ? read.value : null;
    }
    if (this.#stored?.installationId !== installationId) {
      this.#stored = { installationId, cursor: null, seen: [] };
    }
    return this.#stored.cursor;
  }

  /** The next poll starts from the oldest event kept; what was seen stays seen. */
  forgetCursor(): void {
    if (this.#stored !== null) this.#stored = { ...this.#stored, cursor: null };
  }

  /** Sorts an answer and remembers it. Throws what the file system throws; the answer counts as seen all the same. */
  take(
    installationId: string,
    { cursor, events }: EventsReply,
  ): { delivery: Delivery; saved: Promise<void> } {
    const before = this.#stored;
    const seen = new Set(before?.installationId === installationId ? before.seen : []);
    const delivery = sort(events, seen);
    this.#stored = { installationId, cursor, seen: [...seen].slice(-KEPT_IDS) };
    const isUnchanged = before?.cursor === cursor && delivery.events.length + delivery.skipped.length === 0;
    return { delivery, saved: isUnchanged ? Promise.resolve() : this.#save(this.#stored) };
  }
}
