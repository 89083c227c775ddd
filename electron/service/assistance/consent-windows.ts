import { RECONNECT_LIMIT_MS } from '@shared/domain/assistance/assistance';
import type { Caller } from '@shared/contract/service/caller';

/** The app that runs the client; `caller` null = its connection broke, and it may come back. */
type ClientOwner = { caller: Caller | null; lifeline: string };

/**
 * The connected apps: only they can put a question before a person and start what was allowed. A connection that breaks
 * is given a moment to come back before anything follows from it.
 */
export class ConsentWindows {
  readonly #present = new Set<Caller>();
  /** Those that have no screen for the question which is open. */
  readonly #without = new Set<Caller>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #owner: ClientOwner | null = null;

  constructor(
    private readonly on: {
      /** Nobody is left who could show the open question. */
      nobodyLeft: () => void;
      /** The app that runs the client has gone and has not come back. */
      executorGone: () => void;
    },
  ) {}

  get hasWindow(): boolean {
    return this.#present.size > 0;
  }

  /** Whether the app that runs the client is there, to end it. */
  get hasClientOwner(): boolean {
    return this.#owner !== null && this.#owner.caller !== null;
  }

  add(caller: Caller): void {
    if (this.#present.has(caller)) return;
    this.#present.add(caller);
    caller.onGone(() => this.#remove(caller));
  }

  /** A new question: everybody counts again. */
  requestOpened(): void {
    this.#without.clear();
  }

  cannotShow(caller: Caller): void {
    this.#without.add(caller);
    this.#reportIfNobodyLeft();
  }

  setClientOwner(owner: ClientOwner | null): void {
    this.#owner = owner;
  }

  /** Whether this caller is the app that runs the client, back after its connection broke. */
  resume(caller: Caller, lifeline: string): boolean {
    if (this.#owner?.lifeline !== lifeline) return false;
    this.add(caller);
    this.#owner = { caller, lifeline };
    return true;
  }

  /** Nothing follows from a connection that breaks from now on. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #remove(caller: Caller): void {
    this.#present.delete(caller);
    this.#without.delete(caller);
    const owner = this.#owner;
    if (owner?.caller === caller) {
      const away = { caller: null, lifeline: owner.lifeline };
      this.#owner = away;
      this.#later(() => {
        if (this.#owner !== away) return;
        this.#owner = null;
        this.on.executorGone();
      });
    }
    this.#later(() => this.#reportIfNobodyLeft());
  }

  #later(step: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      step();
    }, RECONNECT_LIMIT_MS);
    timer.unref();
    this.#timers.add(timer);
  }

  #reportIfNobodyLeft(): void {
    if ([...this.#present].every((caller) => this.#without.has(caller))) this.on.nobodyLeft();
  }
}
