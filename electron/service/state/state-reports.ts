/** Listens to all who read and write the state of the service. */
interface StateListener {
  /** The disk did not take what was to be written. */
  notStored: (error: unknown) => void;
  /** A file could not be used as it was found; `keptAs` is where it lies now, null where it stayed in its place. */
  damaged: (file: string, keptAs: string | null) => void;
  /** A log is not as it was written, from this entry on. */
  logBroken: (file: string, number: number) => void;
}

/**
 * The meeting point of all who read and write the service's state, of which a process has one. A disk that takes nothing
 * must not stop the work, so what could not be written stays in memory until it can be.
 */
class StateReports {
  #listener: StateListener | null = null;
  /** The newest content of each file that is not on the disk. */
  readonly #kept = new Map<string, () => Promise<void>>();
  /** Told before anybody listened: files are read while the service is put together. */
  readonly #early: ((listener: StateListener) => void)[] = [];

  listen(listener: StateListener | null): void {
    this.#listener = listener;
    if (listener === null) {
      // The state that was written belongs to a service that has ended.
      this.#kept.clear();
      this.#early.length = 0;
      return;
    }
    for (const tell of this.#early.splice(0)) tell(listener);
  }

  notStored(error: unknown): void {
    this.#tell((listener) => listener.notStored(error));
  }

  damaged(file: string, keptAs: string | null): void {
    this.#tell((listener) => listener.damaged(file, keptAs));
  }

  logBroken(file: string, number: number): void {
    this.#tell((listener) => listener.logBroken(file, number));
  }

  get hasKept(): boolean {
    return this.#kept.size > 0;
  }

  /** Writes now or, where the disk does not take it, as soon as it does. Never throws. */
  async writeOrKeep(file: string, write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.#kept.delete(file);
    } catch (error) {
      this.#kept.set(file, write);
      this.notStored(error);
    }
  }

  /** Writes what is only in memory; throws the first failure, with the rest still in memory. */
  async writeKept(): Promise<void> {
    for (const [file, write] of [...this.#kept]) {
      await write();
      // A newer content may have come meanwhile.
      if (this.#kept.get(file) === write) this.#kept.delete(file);
    }
  }

  #tell(tell: (listener: StateListener) => void) {
    if (this.#listener !== null) tell(this.#listener);
    else if (this.#early.length < 100) this.#early.push(tell);
  }
}

export const stateReports = new StateReports();
