import type { Caller } from '@shared/contract/service/caller';

/** The connected apps: only they can put a question before a person and start what was allowed. */
export class Attendants {
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

  get isAnybodyThere(): boolean {
    return this.#present.size > 0;
  }

  get isExecutorThere(): boolean {
    return this.#executing !== null;
  }

  attend(caller: Caller): void {
    if (this.#present.has(caller)) return;
    this.#present.add(caller);
    caller.onGone(() => this.#leave(caller));
  }

  /** A new question: everybody counts again. */
  newQuestion(): void {
    this.#without.clear();
  }

  cannotShow(caller: Caller): void {
    this.#without.add(caller);
    this.#lookWhoIsLeft();
  }

  executes(caller: Caller | null): void {
    this.#executing = caller;
  }

  #leave(caller: Caller): void {
    this.#present.delete(caller);
    this.#without.delete(caller);
    if (this.#executing === caller) {
      this.#executing = null;
      this.on.executorGone();
    }
    this.#lookWhoIsLeft();
  }

  #lookWhoIsLeft(): void {
    if ([...this.#present].every((caller) => this.#without.has(caller))) this.on.nobodyLeft();
  }
}
