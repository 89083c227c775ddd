import { utilityProcess } from 'electron';
import type { StartWorkerProcess } from './worker-process';

export type { StartWorkerProcess, WorkerProcess } from './worker-process';

const killed = (pid: number | undefined) => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
};

/** Worker processes that run the script `file`, with so many threads for file calls each. */
export const workerProcesses =
  (file: string, name: string, threads: number): StartWorkerProcess =>
  () => {
    const child = utilityProcess.fork(file, [], {
      serviceName: name,
      stdio: 'ignore',
      env: { ...process.env, UV_THREADPOOL_SIZE: String(threads) },
    });
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => {
        // Its own `kill` asks politely, which a process that hangs does not hear.
        if (child.pid === undefined) child.once('spawn', () => killed(child.pid));
        else killed(child.pid);
      },
    };
  };
