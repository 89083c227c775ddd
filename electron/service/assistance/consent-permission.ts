import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { AssistanceDependencies, ClientProcess } from './assistance-dependencies';
import { stepConsent, type ConsentCommand } from './consent-steps';
import { NO_CONSENT, type Consent } from './consent';
import type { Outcome } from './consent-outcome';
import { ConsentStore, type StoredConsent } from './consent-store';
import { MonotonicClock } from './monotonic-clock';

/** A disk that does not answer must not keep a session alive that a person has ended. */
const RECORD_LIMIT_MS = 500;

/** Commands that give something away: without their record they do not happen. */
const GIVING: readonly ConsentCommand['type'][] = ['answer', 'launch', 'extend', 'permit'];

type Parts = Pick<AssistanceDependencies, 'stateFolder' | 'audit' | 'log' | 'clock' | 'elapsed'> & {
  /** After every step that has changed or said something, with what was before it. */
  onStep: (before: Consent, outcome: Outcome, now: number) => Promise<void>;
};

export type Settled = { launch: Outcome['launch']; refused: ErrorCode | null };

/** Holds the consent: one step after the other, each written down before it takes effect. */
export class ConsentStateMachine {
  readonly #store: ConsentStore;
  #clock: MonotonicClock;
  #stored: StoredConsent = { floor: 0, source: null, consent: NO_CONSENT, process: null };
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {
    this.#store = new ConsentStore(parts.stateFolder);
    this.#clock = new MonotonicClock(parts.clock, parts.elapsed);
  }

  get consent(): Consent {
    return this.#stored.consent;
  }

  get source(): StoredConsent['source'] {
    return this.#stored.source;
  }

  get process(): ClientProcess | null {
    return this.#stored.process;
  }

  now(): number {
    return this.#clock.now();
  }

  readonly shown = (time: number) => this.#clock.shown(time);

  /** Reads what was saved; a permission whose record is lost counts as none until it is given again. */
  async open(): Promise<{ isLost: boolean }> {
    const { stored, isLost } = await this.#store.read(this.parts.clock);
    this.#stored = stored;
    this.#clock = new MonotonicClock(this.parts.clock, this.parts.elapsed, stored.floor);
    return { isLost };
  }

  /** Takes one step when those before it are done. Throws `assistance-not-recorded`; nothing has changed then. */
  do(command: ConsentCommand, change: Partial<Pick<StoredConsent, 'source'>> = {}): Promise<Settled> {
    const run = this.#queue.then(() => this.#step(command, change));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Which process the client is; saved, so that it can be ended after a crash. */
  async setProcess(process: ClientProcess | null): Promise<void> {
    this.#stored = { ...this.#stored, process };
    await this.#save();
  }

  /** Writes down how far the time has come. */
  async saveTime(): Promise<void> {
    await this.#save();
  }

  async #step(command: ConsentCommand, change: Partial<Pick<StoredConsent, 'source'>>): Promise<Settled> {
    const now = this.#clock.now();
    const before = this.consent;
    const outcome = stepConsent(before, command, now);
    const isQuiet =
      outcome.consent === before && outcome.notes.length === 0 && Object.keys(change).length === 0;
    if (isQuiet) return outcome;
    const isGiving = GIVING.includes(command.type) && outcome.refused === null;
    await this.#record(outcome, isGiving);
    const previous = this.#stored;
    this.#stored = { ...previous, ...change, consent: outcome.consent };
    try {
      await this.#save(isGiving);
    } catch (error) {
      this.#stored = previous;
      throw error;
    }
    await this.parts.onStep(before, outcome, now);
    return outcome;
  }

  async #record({ notes }: Outcome, isGiving: boolean): Promise<void> {
    const { audit, log } = this.parts;
    try {
      for (const { kind, actor, detail } of notes) {
        const written = audit.appendOrThrow(kind, actor, detail);
        await (isGiving ? written : Promise.race([written, afterLimit()]));
      }
    } catch (error) {
      log.error({ error }, 'a step of remote assistance could not be recorded');
      if (isGiving) throw new AppError('assistance-not-recorded', {}, error);
    }
  }

  async #save(isGiving = false): Promise<void> {
    this.#stored = { ...this.#stored, floor: this.#clock.now() };
    try {
      await this.#store.save(this.#stored);
    } catch (error) {
      this.parts.log.error({ error }, 'the state of remote assistance cannot be saved');
      if (isGiving) throw new AppError('assistance-not-recorded', {}, error);
    }
  }
}

const afterLimit = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, RECORD_LIMIT_MS).unref();
  });
