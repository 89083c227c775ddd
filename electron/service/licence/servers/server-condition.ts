import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import type { Clock } from '@shared/domain/time/clock';
import type { LicenceServerState } from '@shared/domain/licence/licence-summary';
import { installRetryDelay } from './install-retry-delay';

const LONGEST_WAIT = 2 * 3_600_000;

/** How one licence server stands, since when, and when it is tried again. */
export class ServerState {
  #state: LicenceServerState = 'unknown';
  #reason: LicenceServerReason | null = null;
  #since: number;
  #tries = 0;
  #nextTry: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly changed: () => void,
  ) {
    this.#since = clock.now();
  }

  get state() {
    return this.#state;
  }

  get reason() {
    return this.#reason;
  }

  /** Why the licence could not be brought here, as long as it has not been: also while that is tried again. */
  get trouble() {
    return this.#state === 'unknown' ? null : this.#reason;
  }

  get since() {
    return this.#since;
  }

  /** Failed tries in a row. */
  get tries() {
    return this.#tries;
  }

  get nextTry() {
    return this.#nextTry;
  }

  set(state: LicenceServerState, reason: LicenceServerReason | null) {
    if (state !== this.#state || reason !== this.#reason) this.#since = this.clock.now();
    this.#state = state;
    this.#reason = reason;
    this.changed();
  }

  /** A try failed; a final reason is not tried again before something about the folder changes. */
  fail(reason: LicenceServerReason, isFinal: boolean) {
    this.#tries += 1;
    this.#nextTry = isFinal ? null : this.clock.now() + installRetryDelay(this.#tries, this.random());
    this.set('failing', reason);
  }

  forgetFailures() {
    this.#tries = 0;
    this.#nextTry = null;
  }

  /** Whether the time for the next try, or for the first, has come. */
  get isDue() {
    if (this.#nextTry === null) return this.#tries === 0;
    const now = this.clock.now();
    // A clock that was put back must not hold a retry back with it.
    return now >= this.#nextTry || this.#nextTry - now > LONGEST_WAIT;
  }
}
