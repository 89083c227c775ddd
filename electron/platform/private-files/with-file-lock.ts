import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

/** Another process held the lock all the time that was waited. */
export class FileLocked extends Error {
  constructor(readonly lockPath: string) {
    super('file-locked');
  }
}

const WAIT = 5000;
const PAUSE = 50;
// Below WAIT, so that the lock of a process that was killed is taken over within one wait.
const STALE = 4000;

const isHeldByOther = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ELOCKED';

const acquire = async (lockPath: string) => {
  const end = performance.now() + WAIT;
  for (;;) {
    try {
      return await lock(lockPath, {
        lockfilePath: lockPath,
        realpath: false,
        stale: STALE,
        update: 1000,
        // The default throws from a timer, which would end the process.
        onCompromised: () => undefined,
      });
    } catch (error) {
      if (!isHeldByOther(error)) throw error;
      if (performance.now() > end) throw new FileLocked(lockPath);
      await wait(PAUSE);
    }
  }
};

/**
 * Runs alone among all processes that use the same lock path. Waits 5 s, then throws `FileLocked`; throws the system's
 * error when the lock cannot be made.
 */
export const withFileLock = async <T>(lockPath: string, run: () => Promise<T>): Promise<T> => {
  const release = await acquire(lockPath);
  try {
    return await run();
  } finally {
    await release().catch(() => undefined);
  }
};
