import { spawn } from 'node:child_process';
import path from 'node:path';

/** How a command ended; `signal` = it was ended from outside, `not-started` = the system would not run it. */
export type CommandEnd =
  | { outcome: 'done' }
  | { outcome: 'failed'; exitCode: number }
  | { outcome: 'timed-out' | 'not-started' | 'ended-by-signal' };

// Without it, many programs of that system do not start.
const systemRoot = () => {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
};

/** Ends the command with all that it has started. */
const endGroup = (pid: number | undefined) => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
};

/**
 * Runs a program with fixed words: without a shell, with an empty environment, without input or output, for at most
 * `limit` ms. Never rejects.
 */
export const runFixedCommand = (
  [program = '', ...words]: readonly string[],
  limit: number,
  stop?: AbortSignal,
): Promise<CommandEnd> =>
  new Promise((resolve) => {
    if (!path.isAbsolute(program) || stop?.aborted === true) {
      resolve({ outcome: 'not-started' });
      return;
    }
    let isLate = false;
    const child = spawn(program, words, {
      cwd: path.parse(program).root,
      env: systemRoot(),
      stdio: 'ignore',
      detached: true,
      shell: false,
      windowsHide: true,
    });
    const end = () => endGroup(child.pid);
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, limit);
    stop?.addEventListener('abort', end, { once: true });
    const settle = (result: CommandEnd) => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', end);
      resolve(result);
    };
    child.once('error', () => settle({ outcome: 'not-started' }));
    child.once('exit', (code) => {
      if (isLate) settle({ outcome: 'timed-out' });
      else if (code === 0) settle({ outcome: 'done' });
      else settle(code === null ? { outcome: 'ended-by-signal' } : { outcome: 'failed', exitCode: code });
    });
  });
