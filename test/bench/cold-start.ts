import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appRuntime } from '../support/runtime';
import { startVirtualDisplay } from '../support/desktop/virtual-display';
import { printTable } from './table';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PACKAGED = path.join(REPOSITORY, 'dist/linux-unpacked/remote-service');
const SERVICE = ['--service', '--ozone-platform=headless', '--disable-gpu', '--in-process-gpu'];
const RUNS = 5;
const LIMIT_MS = 60_000;
const POLL_MS = 10;

const BARE_MAIN = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ title: 'Bare' }).loadURL('data:text/html,<title>Bare</title>bare'));`;

interface Started {
  name: string;
  words: string[];
}

const startsOf = async (folder: string) => {
  const { executable, args } = await appRuntime();
  const switches = args.filter((word) => word.startsWith('-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  writeFileSync(path.join(folder, 'main.cjs'), BARE_MAIN);
  const tree: Started = { name: 'the tree', words: [executable, ...args] };
  const packaged: Started[] = existsSync(PACKAGED)
    ? [{ name: 'the package', words: [PACKAGED, ...switches] }]
    : [];
  return {
    windows: [
      { name: 'a bare Electron window', words: [executable, ...switches, folder] },
      tree,
      ...packaged,
    ],
    services: [tree, ...packaged],
  };
};

const waitUntil = async (isThere: () => boolean): Promise<number> => {
  const startedAt = performance.now();
  while (!isThere()) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error('nothing appeared');
    await delay(POLL_MS);
  }
  return performance.now() - startedAt;
};

const hasWindow = (display: string) => {
  const tree = execFileSync('xwininfo', ['-root', '-tree'], { env: { DISPLAY: display }, encoding: 'utf8' });
  return /"(Bare|Remote Service)": \(.*\) +[5-9]\d\dx|"(Bare|Remote Service)": \(.*\) +1\d{3}x/.test(tree);
};

/** One cold start in a home of its own, until `isThere`; everything it started is ended. */
const startOnce = async (
  words: readonly string[],
  display: string,
  isThere: (home: string) => boolean,
): Promise<number> => {
  const home = mkdtempSync(path.join(tmpdir(), 'cold-'));
  const [executable = '', ...args] = words;
  const env = { ...process.env, DISPLAY: display, HOME: home, REMOTE_SERVICE_HOME: path.join(home, 'data') };
  const child: ChildProcess = spawn(executable, args, { env, stdio: 'ignore', detached: true });
  try {
    return await waitUntil(() => isThere(home));
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
    // A program that has ended by itself has no group left to end.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
};

const middleOf = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

const measure = async (
  title: string,
  starts: readonly Started[],
  run: (started: Started) => Promise<number>,
): Promise<void> => {
  const times = starts.map(() => [] as number[]);
  // In turn, so that a busy moment of the machine meets them all; the first round only fills the disk cache.
  for (let round = 0; round <= RUNS; round += 1) {
    for (const [index, started] of starts.entries()) {
      const time = await run(started);
      if (round > 0) times[index]?.push(time);
    }
  }
  const rows = starts.map(({ name }, index) => [name, middleOf(times[index] ?? []).toFixed(0)]);
  printTable(`${title}, the middle one of ${RUNS} runs`, ['started from', 'ms'], rows);
};

/** How long the window and the service take to appear: from the tree, from `dist/` where there is one, and the least. */
export const measureColdStart = async (): Promise<boolean> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-'));
  const display = await startVirtualDisplay();
  try {
    const { windows, services } = await startsOf(folder);
    await measure('Start to the window', windows, ({ words }) =>
      startOnce(words, display.name, () => hasWindow(display.name)),
    );
    await measure('Start to the service answering', services, ({ words }) =>
      startOnce([...words, ...SERVICE], display.name, (home) =>
        existsSync(path.join(home, 'data/run/service.sock')),
      ),
    );
    if (services.length === 1) process.stdout.write('\nNo package in dist/: see npm run package.\n');
    return true;
  } finally {
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
