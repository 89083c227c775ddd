import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { build } from 'vite';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { HttpClient } from '@electron/service/ports/http-client';
import type { Order, Outcome, WayOptions } from './messages';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const SWITCHES = ['--ozone-platform=headless', '--disable-gpu', '--in-process-gpu', '--log-level=3'];

type Wish<O = Order> = O extends Order ? Omit<O, 'id'> : never;

export type NetHarness = {
  /** The service's own client inside the Electron of this harness. */
  open(options: WayOptions): Promise<HttpClient>;
  /** Resident memory of all its processes. */
  kilobytes(): Promise<number>;
  pid: number;
  stop(): Promise<void>;
};

const bundle = async (folder: string) => {
  const description = {
    name: 'net-harness',
    productName: 'net-harness',
    version: '1.0.0',
    type: 'module',
    main: 'main.js',
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(description));
  await build({
    configFile: false,
    root: REPOSITORY,
    logLevel: 'error',
    resolve: { alias: { '@shared': `${REPOSITORY}/shared`, '@electron': `${REPOSITORY}/electron` } },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(import.meta.dirname, 'main.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
    },
  });
};

/** The Electron of this tree without its application, which the harness takes the place of. */
const findElectron = async (): Promise<{ executable: string; args: string[] }> => {
  const script = `import { findRuntime } from './build/runtime/find-runtime.mjs';
    const { executable, args } = await findRuntime();
    process.stdout.write(JSON.stringify({ executable, args: args.slice(0, -1) }));`;
  const words = ['--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: REPOSITORY });
  return JSON.parse(stdout) as { executable: string; args: string[] };
};

const failureOf = ({ failure }: Extract<Outcome, { ok: false }>) =>
  failure.code === 'not-an-app-error'
    ? new Error(failure.cause)
    : new AppError(failure.code as ErrorCode, failure.params, failure.cause);

/** Starts a real Electron with the service's network stack in it; `tracer` words come before its command line. */
export const launchNetHarness = async (tracer: readonly string[] = []): Promise<NetHarness> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'net-harness-'));
  const [{ executable, args }] = await Promise.all([findElectron(), bundle(folder)]);
  const words = [...tracer, executable, ...args, `--user-data-dir=${folder}/profile`, folder, ...SWITCHES];
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let last = 0;
  const answered = (id: number) => new Promise<Outcome>((resolve) => waiting.set(id, resolve));
  const ready = answered(0);
  createInterface(child.stdout).on('line', (line) => {
    if (!line.startsWith('@')) return;
    const outcome = JSON.parse(line.slice(1)) as Outcome;
    waiting.get(outcome.id)?.(outcome);
    waiting.delete(outcome.id);
  });
  void exited.then((code) => {
    const failure = {
      code: 'not-an-app-error',
      params: {},
      cause: `Electron has ended with ${String(code)}`,
    };
    for (const [id, answer] of waiting) answer({ id, ok: false, failure });
  });
  const order = async (wish: Wish, signal?: AbortSignal) => {
    last += 1;
    const id = last;
    const outcome = answered(id);
    const abort = () => void order({ does: 'abort', order: id });
    signal?.addEventListener('abort', abort, { once: true });
    child.stdin.write(`${JSON.stringify({ ...wish, id })}\n`);
    const result = await outcome;
    signal?.removeEventListener('abort', abort);
    if (signal?.aborted === true) throw signal.reason;
    if (!result.ok) throw failureOf(result);
    return result;
  };
  const first = await ready;
  if (!first.ok) throw failureOf(first);
  return {
    pid: child.pid ?? 0,
    open: async (options) => {
      const { client = 0 } = await order({ does: 'open', options });
      return {
        request: async ({ signal, ...request }) => {
          const { answer } = await order({ does: 'request', client, request }, signal);
          if (answer === undefined) throw new Error('no answer');
          return { ...answer, body: Buffer.from(answer.body, 'base64') };
        },
        open: () => Promise.reject(new Error('there are no downloads here')),
        close: async () => {
          await order({ does: 'close', client });
        },
      };
    },
    kilobytes: async () => (await order({ does: 'memory' })).kilobytes ?? 0,
    stop: async () => {
      child.stdin.end();
      const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(kill);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
