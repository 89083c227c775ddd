import type { Clock } from '@shared/domain/clock';
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
}

/** Keeps one Print ORS Service running as our child: started again after every end, with growing pauses. */
export const createEmbeddedService = ({
  startProcess,
  clock,
  onUnexpectedEnd,
}: EmbeddedServiceOptions): EmbeddedService => {
  let current: ServiceProcess | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isWanted = false;
  let delay = FIRST_DELAY_MS;

  const launch = () => {
    timer = null;
    const startedAt = clock.now();
    const started = startProcess();
    current = started;
    void started.ended.then((end) => {
      current = null;
      if (!isWanted) return;
      if (clock.now() - startedAt >= HEALTHY_RUN_MS) delay = FIRST_DELAY_MS;
      onUnexpectedEnd({ ...end, nextStartInMs: delay });
      timer = setTimeout(launch, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    });
  };

  return {
    start: () => {
      if (isWanted) return;
      isWanted = true;
      launch();
    },
    stop: async () => {
      isWanted = false;
      if (timer !== null) clearTimeout(timer);
      await current?.stop();
    },
  };
};
