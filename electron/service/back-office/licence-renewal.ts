import { isConnectionError } from './answer-error';
import type { AnnouncedLicence, ConnectionDependencies, RenewalEnd } from './connection-dependencies';
import { spread } from './backoff';
import { Alarm } from './wait';

const MINUTE_MS = 60_000;
const RENEWAL_MS = 6 * 60 * MINUTE_MS;
/** After a renewal that came to nothing, by how many in a row did; then hourly. */
const RETRY_MS = [1, 2, 5, 15].map((minutes) => minutes * MINUTE_MS);
const LAST_RETRY_MS = 60 * MINUTE_MS;

type Dependencies = Pick<ConnectionDependencies, 'renewLicence' | 'log' | 'random'>;

/** Has the newest licence asked for: on connect, when one is announced, and every few hours; one at a time. */
export class LicenceRenewal {
  readonly #alarm = new Alarm();
  #announced: AnnouncedLicence | null = null;
  /** A renewal may outlive the connection it began on: the next one waits for its end. */
  #last: Promise<unknown> = Promise.resolve();
  #failuresInARow = 0;

  constructor(private readonly dependencies: Dependencies) {}

  announce(licence: AnnouncedLicence): void {
    this.#announced = licence;
    this.#failuresInARow = 0;
    this.#alarm.wake();
  }

  /** Rejects with a connection reason. `settled` is called when the first renewal has come to an end without one. */
  async run(settled: () => void, signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#last;
      signal.throwIfAborted();
      const end = await this.#renew();
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

  async #renew(): Promise<RenewalEnd | 'failed'> {
    const announced = this.#announced;
    this.#announced = null;
    this.#alarm.clear();
    const renewal = this.dependencies.renewLicence(announced);
    this.#last = renewal.catch(() => undefined);
    try {
      return await renewal;
    } catch (error) {
      if (isConnectionError(error)) throw error;
      this.dependencies.log.warn({ error }, 'The licence could not be renewed');
      return 'failed';
    }
  }
}
