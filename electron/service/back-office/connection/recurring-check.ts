import { isConnectionError } from '@electron/service/back-office/client/answer-error';
import type { ConnectionDependencies, RenewalEnd } from './connection-dependencies';
import { spread } from '@electron/service/back-office/retry/backoff';
import { Alarm } from '@electron/service/back-office/retry/wait';

const MINUTE_MS = 60_000;
const RENEWAL_MS = 6 * 60 * MINUTE_MS;
/** After a check that came to nothing, by how many in a row did; then hourly. */
const RETRY_MS = [1, 2, 5, 15].map((minutes) => minutes * MINUTE_MS);
const LAST_RETRY_MS = 60 * MINUTE_MS;

type Dependencies = Pick<ConnectionDependencies, 'log' | 'random'>;

/** A check whose failures, the connection's own included, never end the connection. */
export const withoutConnectionFailures =
  (log: ConnectionDependencies['log'], check: () => Promise<RenewalEnd>) => async (): Promise<RenewalEnd> => {
    try {
      return await check();
    } catch (error) {
      log.info({ error }, 'A check for news has failed');
      return 'refused';
    }
  };

/** Asks for news of one kind: on connect, when some are announced, and every few hours; one at a time. */
export class RecurringCheck {
  readonly #alarm = new Alarm();
  /** A check may outlive the connection it began on: the next one waits for its end. */
  #last: Promise<unknown> = Promise.resolve();
  #failuresInARow = 0;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly check: () => Promise<RenewalEnd>,
  ) {}

  announce(): void {
    this.#failuresInARow = 0;
    this.#alarm.wake();
  }

  /** Rejects with a connection reason. `settled` is called when the first check has come to an end without one. */
  async run(settled: () => void, signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#last;
      signal.throwIfAborted();
      const end = await this.#ask();
      signal.throwIfAborted();
      settled();
      await this.#alarm.wait(spread(this.#pauseAfter(end), this.dependencies.random), signal);
    }
  }

  #pauseAfter(end: RenewalEnd | 'failed'): number {
    if (end === 'done') {
      this.#failuresInARow = 0;
      return RENEWAL_MS;
    }
    this.#failuresInARow += 1;
    return RETRY_MS[this.#failuresInARow - 1] ?? LAST_RETRY_MS;
  }

  async #ask(): Promise<RenewalEnd | 'failed'> {
    this.#alarm.clear();
    const asked = this.check();
    this.#last = asked.catch(() => undefined);
    try {
      return await asked;
    } catch (error) {
      if (isConnectionError(error)) throw error;
      this.dependencies.log.warn({ error }, 'A check for news has failed');
      return 'failed';
    }
  }
}
