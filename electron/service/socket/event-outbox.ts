import type { EventSpec } from '@shared/contract/define';

/** From one event of a kind to the next one of that kind, in ms. */
const REST_MS = 50;

type Waiting = { payload: unknown; join: EventSpec['join'] };

interface OutboxParts {
  /** Whether the client reads so slowly that what is sent now would only wait. */
  isCongested: () => boolean;
  send: (channel: string, payload: unknown) => void;
}

/**
 * The events on their way to one client. The first of a kind goes at once; those that come while it rests, or while the
 * client does not keep up, become one. So no more than one of each kind ever waits, however slow the client is.
 */
export class EventOutbox {
  readonly #waiting = new Map<string, Waiting>();
  readonly #resting = new Map<string, NodeJS.Timeout>();
  #isClosed = false;

  constructor(private readonly parts: OutboxParts) {}

  put(channel: string, payload: unknown, join: EventSpec['join']): void {
    if (this.#isClosed) return;
    const before = this.#waiting.get(channel);
    this.#waiting.set(channel, {
      payload: before === undefined ? payload : join(before.payload, payload),
      join,
    });
    this.flush();
  }

  /** Sends what may go now; to be called when the client keeps up again. */
  flush(): void {
    for (const [channel, { payload }] of [...this.#waiting]) {
      if (this.parts.isCongested()) return;
      if (this.#resting.has(channel)) continue;
      this.#waiting.delete(channel);
      this.#rest(channel);
      this.parts.send(channel, payload);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.clear();
    for (const timer of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #rest(channel: string): void {
    const timer = setTimeout(() => {
      this.#resting.delete(channel);
      this.flush();
    }, REST_MS);
    this.#resting.set(channel, timer);
  }
}
