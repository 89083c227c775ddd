import type { Caller } from '@shared/contract/service/caller';

/** The connected apps: only they can put a question before a person and start what was allowed. */
export class ConsentWindows {
  readonly #present = new Set<Caller>();
  /** Those that have no screen for the question which is open. */
  readonly #without = new Set<Caller>();
  #executing: Caller | null = null;

  constructor(
    private readonly on: {
      /** Nobody is left who could show the open question. */
      nobodyLeft: () => void;
      /** The app that runs the client has gone. */
      executorGone: () => void;
    },
  ) {}

  get hasWindow(): boolean {
    return this.#present.size > 0;
  }

  get hasClientOwner(): boolean {
    return this.#executing !== null;
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

  setClientOwner(caller: Caller | null): void {
    this.#executing = caller;
  }

  #remove(caller: Caller): void {
    this.#present.delete(caller);
    this.#without.delete(caller);
    if (this.#executing === caller) {
      this.#executing = null;
      this.on.executorGone();
    }
    this.#reportIfNobodyLeft();
  }

  #reportIfNobodyLeft(): void {
    if ([...this.#present].every((caller) => this.#without.has(caller))) this.on.nobodyLeft();
  }
}
