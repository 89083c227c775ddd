import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
const counter = path.join(folder, 'counter');
const lock = JSON.stringify(new URL('./lock.mjs', import.meta.url).href);

/** Adds 1 to the counter `times` times, slowly enough to be in each other's way; `dieAt` ends it inside the lock. */
const adder = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { setTimeout as delay } from 'node:timers/promises';
  const { withLock } = await import(${lock});
  const [counter, times, dieAt] = process.argv.slice(1);
  for (let turn = 1; turn <= Number(times); turn += 1) {
    await withLock('counter', async () => {
      const before = Number(readFileSync(counter, 'utf8'));
      await delay(2);
      writeFileSync(counter, String(before + 1));
      if (turn === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
    });
  }`;

async function add(times: number, dieAt = 0) {
  const words = ['--input-type=module', '--eval', adder, '--', counter, String(times), String(dieAt)];
  const env = { ...process.env, XDG_CACHE_HOME: folder };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

it('lets one process in at a time and survives one that is killed inside', { timeout: 30_000 }, async () => {
  writeFileSync(counter, '0');
  const codes = await Promise.all([add(8), add(8), add(8), add(8, 3)]);
  expect(codes).toEqual([0, 0, 0, null]);
  expect(readFileSync(counter, 'utf8')).toBe('27');
});
