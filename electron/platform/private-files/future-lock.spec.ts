import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileLocked, withFileLock } from './with-file-lock';

const DAY_S = 86_400;
let folder: string;
let lockPath: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  lockPath = path.join(folder, 'settings.lock');
  await mkdir(lockPath);
});
afterEach(() => rm(folder, { recursive: true }));

const inDays = async (days: number) => {
  const at = Date.now() / 1000 + days * DAY_S;
  await utimes(lockPath, at, at);
};

it.each([1, 12 * 365])(
  'takes over a lock that a power cut left %d days ahead of the clock',
  async (days) => {
    await inDays(days);
    expect(await withFileLock(lockPath, () => Promise.resolve('mine'))).toBe('mine');
  },
  15_000,
);

it('leaves it to a holder that still dates it', async () => {
  let days = 1;
  await inDays(days);
  const holder = setInterval(() => void inDays((days += 1)), 500);
  await expect(withFileLock(lockPath, () => Promise.resolve())).rejects.toBeInstanceOf(FileLocked);
  clearInterval(holder);
}, 15_000);
