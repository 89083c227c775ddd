import { isConnectionError } from './answer-error';
import type { AnnouncedLicence, ConnectionDependencies } from './connection-dependencies';
import { spread } from './backoff';
import { Alarm } from './wait';

const RENEWAL_MS = 6 * 60 * 60_000;

type Dependencies = Pick<ConnectionDependencies, 'renewLicence' | 'log' | 'random'>;

/** Has the newest licence asked for: on connect, when one is announced, and every few hours; one at a time. */
export class LicenceRenewal {
  readonly #alarm = new Alarm();
  #announced: AnnouncedLicence | null = null;
  /** A renewal may outlive the connection it began on: the next one waits for its end. */
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: Dependencies) {}

  announce(licence: AnnouncedLicence): void {
    this.#announced = licence;
    this.#alarm.wake();
  }

  /** Rejects with a connection reason. `settled` is called when the first renewal has come to an end without one. */
  async run(settled: () => void, signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#last;
      signal.throwIfAborted();
      await this.#renew();
      signal.throwIfAborted();
      settled();
      await this.#alarm.wait(spread(RENEWAL_MS, this.dependencies.random), signal);
    }
  }

  async #renew(): Promise<void> {
    const announced = this.#announced;
    this.#announced = null;
    this.#alarm.clear();
    const renewal = this.dependencies.renewLicence(announced);
    this.#last = renewal.catch(() => undefined);
    try {
      await renewal;
    } catch (error) {
      if (isConnectionError(error)) throw error;
      this.dependencies.log.warn({ error }, 'The licence could not be renewed');
    }
  }
}
