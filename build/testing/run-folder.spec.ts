import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const script = new URL('./run-folder.mjs', import.meta.url).href;
const { openRunFolder } = (await import(script)) as {
  openRunFolder: () => { path: string; close: () => Promise<string[]> };
};

it('is gone with its files once it is closed, and says that nothing is left', async () => {
  const folder = openRunFolder();
  writeFileSync(path.join(folder.path, 'file'), 'x');
  expect(await folder.close()).toEqual([]);
  expect(existsSync(folder.path)).toBe(false);
});

it.runIf(process.platform === 'linux')('names a process that still runs, and ends it', async () => {
  const folder = openRunFolder();
  const child = spawn('sleep', ['600'], { env: { ...process.env, TMPDIR: folder.path } });
  const ended = once(child, 'close');
  await once(child, 'spawn');
  expect(await folder.close()).toEqual([`process ${String(child.pid)} still runs: sleep 600`]);
  expect(await ended).toEqual([null, 'SIGKILL']);
});
