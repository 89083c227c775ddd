import { spawn, type ChildProcess } from 'node:child_process';
import { requestExit } from '@electron/platform/programs';
import { SERVICE_SWITCHES } from '@electron/start/service-switches';
import type { StartFacts } from '@electron/start/start-facts';

const STOP_LIMIT_MS = 5000;

export interface ServiceProcess {
  /** Resolves when the process has ended, however it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to stop, and kills it when it has not within 5 s. */
  stop(): Promise<void>;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts Print ORS Service as a child that ends when our end of its input closes. */
export const startServiceProcess = ({
  launch,
  home,
}: Pick<StartFacts, 'launch' | 'home'>): ServiceProcess => {
  const child = spawn(launch.executable, [...launch.args, ...SERVICE_SWITCHES, '--lifeline'], {
    cwd: home,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  // The lifeline is only ever closed; a child that is already gone must not take us with it.
  child.stdin.on('error', () => undefined);
  return {
    ended,
    stop: async () => {
      child.stdin.end();
      if (!hasEnded(child)) requestExit(child);
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
};
