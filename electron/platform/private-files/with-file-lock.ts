import { lstat, rename, utimes } from 'node:fs/promises';
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

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

const isHeldByOther = (error: unknown) => codeOf(error) === 'ELOCKED';

/** What a removal of a stale lock says where something else than an empty folder stands there. */
const NO_LOCK = new Set(['ENOTDIR', 'ENOTEMPTY', 'ELOOP']);

/**
 * A lock is an empty folder. What else stands in its place, a file for one, holds nobody off and would never go away: it is
 * moved aside. True when the place is free now.
 */
const clearPlace = async (lockPath: string, error: unknown): Promise<boolean> => {
  const facts = await lstat(lockPath).catch(() => null);
  if (facts === null) return false;
  const isFolder = facts.isDirectory() && !NO_LOCK.has(codeOf(error));
  if (isFolder) return false;
  return rename(lockPath, `${lockPath}.broken-${Date.now()}`).then(
    () => true,
    () => false,
  );
};

/** A holder dates its lock anew every second, which may round it up. */
const AHEAD = 2000;
const UNTOUCHED = 3000;

/**
 * A lock of the future was made before the clock was put right, and would hold until then: one that nobody has touched for
 * three seconds is given up.
 */
const giveUpFutureLock = (lockPath: string) => {
  let seen = { mtimeMs: 0, at: 0 };
  return async () => {
    const { mtimeMs = 0 } = (await lstat(lockPath).catch(() => null)) ?? {};
    if (mtimeMs < Date.now() + AHEAD) return;
    const now = performance.now();
    if (mtimeMs !== seen.mtimeMs) seen = { mtimeMs, at: now };
    else if (now - seen.at > UNTOUCHED) await utimes(lockPath, 0, 0).catch(() => undefined);
  };
};

const acquire = async (lockPath: string) => {
  const giveUpFuture = giveUpFutureLock(lockPath);
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
      if (await clearPlace(lockPath, error)) continue;
      if (!isHeldByOther(error)) throw error;
      await giveUpFuture();
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
