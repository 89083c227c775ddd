import {
  canBeTried,
  isFinished,
  type CheckFact,
  type CheckStage,
} from '@shared/domain/connection/connection-check';
import { offeredBy } from '@electron/service/ports/untrusted-chain';
import { AppError } from '@shared/errors/app-error';
import type { CheckDependencies, ConnectionChanges } from './check-dependencies';
import { CheckPlan, NEEDS_THE_NETWORK } from './check-plan';
import { unlessAborted, type Stage } from './stage';

const MOST_FACTS = 32;
/** Folders of a remote machine that does not answer must not hold up those behind them. */
const FOLDERS_AT_ONCE = 8;

type Result = Partial<Omit<CheckStage, 'stage' | 'subject'>>;

const failureOf = (error: unknown): Result => {
  const failure = error instanceof AppError ? error : new AppError('internal');
  return { outcome: 'failed', reason: failure.code, params: failure.params, ...offeredBy(failure) };
};

const wasTried = ({ outcome }: Result) => outcome === 'passed' || outcome === 'failed';

/** One check, from its first stage to its last: the network's one after the other, the licence folders beside them. */
export class CheckRun {
  readonly #plan: CheckPlan;
  #stages: CheckStage[];

  constructor(
    dependencies: CheckDependencies,
    changes: ConnectionChanges,
    private readonly changed: (stages: CheckStage[]) => void,
  ) {
    this.#plan = new CheckPlan(dependencies, changes);
    this.#stages = this.#plan.names.map(({ name, subject }) => ({
      ...{ stage: name, subject, outcome: 'waiting', reason: null, params: {}, durationMs: null, detail: [] },
    }));
  }

  get stages(): CheckStage[] {
    return this.#stages;
  }

  /** Resolves to the finished stages; a signal that aborts ends it early, with what is not done left untried. */
  async toEnd(signal: AbortSignal): Promise<CheckStage[]> {
    try {
      const beside = [this.#runFolders(signal), this.#runAssistanceClient(signal)];
      await this.#runNetwork(signal);
      await Promise.all(beside);
    } finally {
      this.#plan.end();
    }
    return this.giveUp();
  }

  /** A stage that is not finished is marked as not tried. */
  giveUp(): CheckStage[] {
    this.#stages = this.#stages.map((stage) =>
      isFinished(stage) ? stage : { ...stage, outcome: 'not-tried', durationMs: null },
    );
    return this.#stages;
  }

  async #runNetwork(signal: AbortSignal): Promise<void> {
    const stages = await this.#plan.networkStages(signal);
    for (const [index, stage] of stages.entries()) {
      this.#set(index, { subject: stage.subject });
      if (this.#plan.isDisabled && NEEDS_THE_NETWORK.includes(stage.name)) {
        this.#set(index, { outcome: 'skipped', reason: 'disabled' });
      } else if (!canBeTried(stage.name, this.#stages)) {
        this.#set(index, { outcome: 'not-tried' });
      } else await this.#run(index, stage, signal);
    }
  }

  async #runFolders(signal: AbortSignal): Promise<void> {
    const first = this.#stages.findIndex(({ stage }) => stage === 'licence-server');
    const waiting = this.#plan.folderStages().map((stage, index) => ({ stage, index: first + index }));
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await this.#run(next.index, next.stage, signal);
      }
    };
    await Promise.all(Array.from({ length: FOLDERS_AT_ONCE }, work));
  }

  async #runAssistanceClient(signal: AbortSignal): Promise<void> {
    const index = this.#stages.findIndex(({ stage }) => stage === 'assistance-client');
    await this.#run(index, this.#plan.assistanceClientStage(), signal);
  }

  async #run(index: number, stage: Stage, signal: AbortSignal): Promise<void> {
    const isEnded = () => signal.aborted;
    if (isEnded()) return;
    const started = performance.now();
    this.#set(index, { outcome: 'running' });
    const result = await this.#resultOf(index, stage, signal);
    if (isEnded()) return;
    if (result.outcome === 'failed') this.#plan.stageFailed(stage.name);
    const durationMs = Math.round(performance.now() - started);
    this.#set(index, { ...result, durationMs: wasTried(result) ? durationMs : null });
  }

  async #resultOf(index: number, stage: Stage, signal: AbortSignal): Promise<Result> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new AppError(stage.lateCode)), stage.deadlineMs);
    const note = (fact: CheckFact) => this.#note(index, fact);
    const limit = AbortSignal.any([signal, late.signal]);
    try {
      return { outcome: (await unlessAborted(stage.run(note, limit), limit)) ?? 'passed' };
    } catch (error) {
      return failureOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  #note(index: number, fact: CheckFact): void {
    const detail = [...(this.#stages[index]?.detail ?? []), fact].slice(0, MOST_FACTS);
    this.#set(index, { detail });
  }

  #set(index: number, change: Partial<CheckStage>): void {
    const before = this.#stages[index];
    if (before === undefined || isFinished(before)) return;
    this.#stages = this.#stages.with(index, { ...before, ...change });
    this.changed(this.#stages);
  }
}
