import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { ExitMeaning, LastExit } from '@shared/domain/status/service-control';
import type { ServiceProcess } from './service-process';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A run this long counts as healthy: the next failure starts again with the shortest delay. */
const HEALTHY_RUN_MS = 60_000;

export interface EmbeddedServiceOptions {
  startProcess: () => ServiceProcess;
  clock: Clock;
  /** Says how a run ended that nobody asked to end. */
  onUnexpectedEnd: (end: {
    code: number | null;
    signal: NodeJS.Signals | null;
    nextStartInMs: number;
  }) => void;
}

export interface EmbeddedService {
  start(): void;
  stop(): Promise<void>;
  /** The child that runs now comes to its end by itself, and no other is started after it. */
  letEnd(): void;
  /** The run there is, or the one to come; null while none is wanted. */
  run(): { since: string | null } | null;
  /** How the last run of this app's lifetime ended. */
  lastExit(): LastExit | null;
}

const MEANING_OF_SIGNAL: Partial<Record<NodeJS.Signals, ExitMeaning>> = {
  SIGKILL: 'killed',
  SIGTERM: 'terminated',
  SIGINT: 'terminated',
};

const meaningOf = (code: number | null, signal: NodeJS.Signals | null): ExitMeaning => {
  if (signal !== null) return MEANING_OF_SIGNAL[signal] ?? 'crashed';
  if (code === 0) return 'clean';
  return code === null || code === 1 ? 'could-not-start' : 'unexpected';
};

/** Keeps one Print ORS Service running as our child: started again after every end, with growing pauses. */
export const createEmbeddedService = ({
  startProcess,
  clock,
  onUnexpectedEnd,
}: EmbeddedServiceOptions): EmbeddedService => {
  let current: { process: ServiceProcess; startedAt: number } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isWanted = false;
  let delay = FIRST_DELAY_MS;
  let lastExit: LastExit | null = null;

  const launch = () => {
    timer = null;
    const run = { process: startProcess(), startedAt: clock.now() };
    current = run;
    void run.process.ended.then((end) => {
      current = null;
      const signal = end.signal?.replace(/^SIG/, '') ?? null;
      lastExit = {
        at: timestampOf(clock.now()),
        code: end.code,
        signal,
        meaning: meaningOf(end.code, end.signal),
      };
      if (!isWanted) return;
      if (clock.now() - run.startedAt >= HEALTHY_RUN_MS) delay = FIRST_DELAY_MS;
      onUnexpectedEnd({ ...end, nextStartInMs: delay });
      timer = setTimeout(launch, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    });
  };
  const letEnd = () => {
    isWanted = false;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  return {
    start: () => {
      if (isWanted) return;
      isWanted = true;
      // One that was let go and has not ended yet is followed by a new one, not joined by it.
      if (current === null) launch();
    },
    stop: async () => {
      letEnd();
      await current?.process.stop();
    },
    letEnd,
    run: () => {
      if (current !== null) return { since: timestampOf(current.startedAt) };
      return isWanted ? { since: null } : null;
    },
    lastExit: () => lastExit,
  };
};
