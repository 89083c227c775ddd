import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');

/** Bundles one TypeScript file for plain Node into `outDir` and gives the bundle's path. */
export const bundleForNode = async (entry: string, outDir: string): Promise<string> => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { '@shared': path.join(root, 'shared'), '@electron': path.join(root, 'electron') },
    },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, entry),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'driver.mjs' } },
    },
  });
  return path.join(outDir, 'driver.mjs');
};

/** With one thread for file calls their order is the same in every run. */
const environment = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '' };

export const runPlain = async (bundle: string, args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [bundle, ...args], { env: environment });
  return stdout;
};

export type TracedThread = 'main' | 'files';

/** Which thread's calls are counted: Node's own, or the one that asynchronous file calls run on. */
const threadOf = (pid: number, thread: TracedThread): string => {
  const ids = readdirSync(`/proc/${pid}/task`).sort((a, b) => Number(a) - Number(b));
  return (thread === 'main' ? String(pid) : ids.at(-1)) ?? String(pid);
};

const firstLine = async (child: ChildProcess, stream: 'stdout' | 'stderr', wanted: RegExp) => {
  const input = child[stream];
  if (input === null) throw new Error('no stream');
  for await (const line of createInterface({ input })) {
    if (wanted.test(line)) return line;
  }
  throw new Error(`${stream} ended before ${wanted.source}`);
};

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

export interface TraceOptions {
  thread: TracedThread;
  strace: readonly string[];
  log: string;
  isOfChild?: boolean;
}

export interface TracedRun {
  /** The last output of the driver; empty when it was killed. */
  answer: string;
  wasKilled: boolean;
  trace: string;
}

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** A process whose parent was killed may still end what it was at. */
const untilGone = async (pids: readonly number[]) => {
  while (pids.some((pid) => existsSync(`/proc/${pid}`))) await wait(5);
};

/**
 * Runs the driver with strace attached to one of its threads, or to one of its child's, from the moment it says `ready`;
 * resolves when both have ended.
 */
export const runTraced = async (
  bundle: string,
  args: readonly string[],
  { thread, strace, log, isOfChild = false }: TraceOptions,
): Promise<TracedRun> => {
  const driver = spawn(process.execPath, [bundle, ...args, 'wait'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const isReady = new Promise<void>((resolve) => {
    createInterface({ input: driver.stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      else lines.push(line);
    });
  });
  await isReady;
  const children = childrenOf(driver.pid ?? 0);
  const id = threadOf((isOfChild ? children[0] : driver.pid) ?? 0, thread);
  const tracer = spawn('strace', ['-y', '-o', log, ...strace, '-p', id], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await firstLine(tracer, 'stderr', /attached/);
  driver.stdin.end('go\n');
  await ended(driver);
  await ended(tracer);
  await untilGone(children);
  return {
    answer: lines.join('\n'),
    wasKilled: driver.signalCode === 'SIGKILL',
    trace: await readFile(log, 'utf8'),
  };
};
