/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, and leaves no timer behind. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
  });

/** A pause that can be cut short. A wake while nobody waits counts for the next pause. */
export class Alarm {
  #isDue = false;
  #ring: (() => void) | undefined;

  wake(): void {
    this.#isDue = true;
    this.#ring?.();
  }

  /** Forgets a wake that nobody has waited for yet. */
  clear(): void {
    this.#isDue = false;
  }

  /** `ms` null = until it is woken. */
  async wait(ms: number | null, signal: AbortSignal): Promise<'woken' | 'over'> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const woken = new Promise<'woken'>((resolve) => {
      this.#ring = () => resolve('woken');
      if (this.#isDue) resolve('woken');
    });
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), {
        once: true,
        signal: controller.signal,
      });
    });
    const over = ms === null ? [] : [wait(ms, controller.signal).then(() => 'over' as const)];
    // The losers of the race reject when the winner has been taken.
    for (const promise of over) promise.catch(() => undefined);
    try {
      const outcome = await Promise.race([woken, aborted, ...over]);
      if (outcome === 'woken') this.#isDue = false;
      return outcome;
    } finally {
      this.#ring = undefined;
      controller.abort();
    }
  }
}
