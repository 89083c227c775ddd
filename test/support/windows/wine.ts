import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const WINE = '/usr/lib/wine/wine64';
const SERVER = '/usr/lib/wine/wineserver64';
const DEADLINE_MS = 180_000;

interface WineResult {
  code: number | null;
  text: string;
  errors: string;
}

interface Surroundings {
  input?: string;
  environment?: Readonly<Record<string, string>>;
}

/** A Windows of its own in a folder, 64-bit only, without a display. */
export interface Wine {
  /** Drive C as a folder of this machine. */
  drive: string;
  /** Runs a Windows program to its end. */
  run(program: string, ...args: string[]): Promise<WineResult>;
  /** The same with something on its standard input and more in its environment. */
  call(program: string, args: readonly string[], surroundings: Surroundings): Promise<WineResult>;
  /** Runs it in a console of its own; the text is what stood in that, in the end, without its control codes. */
  runInConsole(program: string, ...args: string[]): Promise<WineResult>;
  /** Keeps Windows from shutting down, and so from starting its services anew, while no program runs; this one runs on. */
  keepRunning(program: string, ...args: string[]): void;
  /** Ends every Windows process and removes the folder. */
  remove(): Promise<void>;
}

/**
 * Input and output go through files: what a program leaves running would keep a pipe open for as long as it lives, and one
 * from Linux is none that Windows could read.
 */
const execute = (
  program: string,
  args: readonly string[],
  { env, output, input }: { env: NodeJS.ProcessEnv; output: string; input: string },
): Promise<WineResult> => {
  writeFileSync(`${output}.input`, input);
  const descriptors = [
    openSync(`${output}.input`, 'r'),
    openSync(output, 'w'),
    openSync(`${output}.errors`, 'w'),
  ];
  const child = spawn(program, args, { env, stdio: descriptors });
  for (const descriptor of descriptors) closeSync(descriptor);
  const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      clearTimeout(timer);
      const [text = '', errors = ''] = [output, `${output}.errors`].map((written) =>
        readFileSync(written, 'utf8').trim(),
      );
      resolve({ code, text, errors });
    };
    child.once('exit', end);
    child.once('error', () => end(null));
  });
};

const callsIn = (prefix: string) => {
  const env = {
    PATH: process.env['PATH'],
    HOME: prefix,
    // Arguments are UTF-8.
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
  };
  let runs = 0;
  const call = (
    program: string,
    args: readonly string[],
    { input = '', environment = {} }: Surroundings = {},
  ) =>
    execute(program, args, {
      env: { ...env, ...environment },
      input,
      output: path.join(prefix, `output-${(runs += 1)}`),
    });
  return { env, call };
};

/** A folder in the user's cache that survives a new clone. */
export const testCache = async (): Promise<string> => {
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const folder = path.join(base, 'remote-service');
  await mkdir(folder, { recursive: true });
  return folder;
};

export const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Node refuses the Windows that wine plays by default, so this one is Windows 10. */
const FIRST_CALLS = [
  ['wineboot', '--init'],
  ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'],
  ['wineboot', '--update'],
] as const;

/** Wine takes up to a minute to make a Windows, so that is done once, and copied. */
const template = async (): Promise<string> => {
  const folder = path.join(await testCache(), 'wine-prefix-win10');
  if (await isThere(folder)) return folder;
  const staging = await mkdtemp(path.join(await testCache(), 'wine-staging-'));
  const { call } = callsIn(staging);
  for (const words of FIRST_CALLS) {
    const { code } = await call(WINE, words);
    if (code !== 0) throw new Error(`wine could not make a Windows: ${words.join(' ')} ended with ${code}`);
    await call(SERVER, ['--wait']);
  }
  // The second process uses the folder of the first.
  await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
  return folder;
};

/** Makes a Windows; takes some seconds, and a minute the first time. */
export const createWine = async (): Promise<Wine> => {
  const prefix = await mkdtemp(path.join(tmpdir(), 'wine-'));
  await cp(await template(), prefix, { recursive: true, verbatimSymlinks: true });
  const { env, call } = callsIn(prefix);
  const kept: ChildProcess[] = [];
  return {
    drive: path.join(prefix, 'drive_c'),
    run: (program, ...args) => call(WINE, [program, ...args]),
    call: (program, args, surroundings) => call(WINE, [program, ...args], surroundings),
    runInConsole: async (program, ...args) => {
      const line = [WINE, program, ...args].map((word) => `'${word}'`).join(' ');
      const shown = await call('script', ['--quiet', '--return', '--command', line, '/dev/null']);
      return { ...shown, text: stripVTControlCharacters(shown.text) };
    },
    keepRunning: (program, ...args) => {
      kept.push(spawn(WINE, [program, ...args], { env, stdio: ['pipe', 'ignore', 'ignore'] }));
    },
    remove: async () => {
      for (const child of kept) child.stdin?.destroy();
      await call(SERVER, ['--kill', '--wait']);
      await rm(prefix, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
};
