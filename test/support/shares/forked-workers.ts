import { fork } from 'node:child_process';
import type { StartWorkerProcess } from '@electron/platform/worker-process/index';

/** Folder workers as plain Node processes, which run the same bundled script as the program's do. */
export const forkedWorkers =
  (script: string): StartWorkerProcess =>
  () => {
    const child = fork(script, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('error', () => undefined);
    return {
      send: (message) => child.send(message as object, () => undefined),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
