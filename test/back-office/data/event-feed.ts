import { randomUUID } from 'node:crypto';
import { timestamp } from '../desks/dates';
import type { Installation, OfficeEvent } from './office-data';

const KEPT = 1000;
const PER_ANSWER = 100;

/** An event as a caller gives it; the feed adds `id` and `at` where they are missing. */
export type NewEvent = { type: string; id?: string; at?: string } & Record<string, unknown>;

/** The events of each installation, and the long polls that wait for them. */
export class EventFeed {
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly epoch: string) {}

  push(installation: Installation, event: NewEvent): OfficeEvent {
    const complete: OfficeEvent = { id: randomUUID(), at: timestamp(), ...event };
    const number = (installation.events.at(-1)?.number ?? 0) + 1;
    installation.events.push({ number, event: complete });
    installation.events.splice(0, installation.events.length - KEPT);
    this.wake(installation.installationId);
    return complete;
  }

  /** A cursor of another life of this back office, or none, starts at the oldest event kept. */
  after(installation: Installation, cursor: string | undefined): { cursor: string; events: OfficeEvent[] } {
    const newest = installation.events.at(-1)?.number ?? 0;
    const [epoch, text] = (cursor ?? '').split('.');
    const position = epoch === this.epoch && /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
    const start = position > newest ? 0 : position;
    const due = installation.events.filter(({ number }) => number > start).slice(0, PER_ANSWER);
    return {
      cursor: `${this.epoch}.${due.at(-1)?.number ?? start}`,
      events: due.map(({ event }) => event),
    };
  }

  /** Whether a long poll is open right now. */
  isPolling(installationId: string): boolean {
    return (this.#waiting.get(installationId)?.size ?? 0) > 0;
  }

  wake(installationId: string): void {
    for (const wakeOne of this.#waiting.get(installationId) ?? []) wakeOne();
  }

  wakeAll(): void {
    for (const installationId of this.#waiting.keys()) this.wake(installationId);
  }

  /** Resolves when something happened for the installation, the time is over or the caller has gone. */
  wait(installationId: string, milliseconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(installationId) ?? new Set();
      this.#waiting.set(installationId, waiting);
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        gone.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      waiting.add(done);
      gone.addEventListener('abort', done);
    });
  }
}
