import { randomUUID } from 'node:crypto';
import type { ConnectionStatus } from '@shared/domain/connection/connection';
import { verdictOf, type CheckStage, type ConnectionCheck } from '@shared/domain/connection/connection-check';
import { checkChange } from '@shared/domain/connection/check-change';
import { timestampOf } from '@shared/domain/time/dates';
import type { CheckDependencies, ConnectionChanges } from './check-dependencies';
import { CheckRun } from './check-run';

/** From the start of a check to its end, in ms; what is not done by then is not tried. */
const CHECK_DEADLINE_MS = 60_000;

/**
 * The checks of the connection that a person asks for: one at a time, each in the service, as its account. The last one
 * is kept until the next.
 */
export class ConnectionChecks {
  #last: ConnectionCheck | null = null;
  /** The state up to which the clients have been told. */
  #told: ConnectionCheck | null = null;
  #running: { id: string; controller: AbortController; done: Promise<void> } | null = null;
  readonly #listeners = new Set<(connection: ConnectionStatus) => void>();

  constructor(private readonly dependencies: CheckDependencies) {}

  /** Begins a check; while one is under way, it is that one. */
  start(): { id: string } {
    if (this.#running !== null) return { id: this.#running.id };
    const id = randomUUID();
    const controller = new AbortController();
    const { account, clock } = this.dependencies;
    const run = new CheckRun(this.dependencies, this.#changes, (stages) => this.#update(id, { stages }));
    this.#last = {
      ...{ id, rev: 0, startedAt: timestampOf(clock.now()), finishedAt: null },
      ...{ account: account(), outcome: 'running', stages: run.stages },
    };
    this.#running = { id, controller, done: this.#follow(id, run, controller) };
    return { id };
  }

  cancel(id: string): void {
    if (this.#running?.id === id) this.#running.controller.abort();
  }

  read(): ConnectionCheck | null {
    return this.#last;
  }

  /** To be told of every change of the connection's state. */
  connectionChanged(connection: ConnectionStatus): void {
    for (const listener of this.#listeners) listener(connection);
  }

  async stop(): Promise<void> {
    this.#running?.controller.abort();
    await this.#running?.done;
  }

  readonly #changes: ConnectionChanges = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  async #follow(id: string, run: CheckRun, controller: AbortController): Promise<void> {
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(CHECK_DEADLINE_MS)]);
    let stages: CheckStage[] = [];
    try {
      stages = await run.toEnd(signal);
    } catch (error) {
      this.dependencies.log.error({ error }, 'A check of the connection broke down');
      stages = run.giveUp();
    }
    this.#running = null;
    const outcome = controller.signal.aborted ? 'cancelled' : verdictOf(stages);
    const finishedAt = timestampOf(this.dependencies.clock.now());
    this.#update(id, { stages, outcome, finishedAt });
    await this.#record(outcome, stages);
  }

  /** A log that cannot be written is no reason to keep the result back. */
  async #record(outcome: ConnectionCheck['outcome'], stages: readonly CheckStage[]): Promise<void> {
    const reason = stages.find((stage) => stage.outcome === 'failed')?.reason ?? null;
    const detail = { outcome, ...(reason === null ? {} : { reason }) };
    try {
      await this.dependencies.audit.append('connection-checked', 'operator', detail);
    } catch (error) {
      this.dependencies.log.error({ error }, 'A check of the connection could not be recorded');
    }
  }

  #update(id: string, change: Partial<ConnectionCheck>): void {
    if (this.#last?.id !== id) return;
    this.#last = { ...this.#last, ...change, rev: this.#last.rev + 1 };
    this.dependencies.publish(checkChange(this.#told, this.#last));
    this.#told = this.#last;
  }
}
