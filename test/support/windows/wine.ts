import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const WINE = '/usr/lib/wine/wine64';
const SERVER = '/usr/lib/wine/wineserver64';
const DEADLINE_MS = 180_000;

interface WineResult {
  code: number | null;
  text: string;
}

/** A Windows of its own in a folder, 64-bit only, without a display. */
export interface Wine {
  /** Drive C as a folder of this machine. */
  drive: string;
  /** Runs a Windows program to its end. */
  run(program: string, ...args: string[]): Promise<WineResult>;
  /** Ends every Windows process and removes the folder. */
  remove(): Promise<void>;
}

/** Output goes to a file: what a program leaves running would keep a pipe open for as long as it lives. */
const execute = (
  program: string,
  args: readonly string[],
  { env, output }: { env: NodeJS.ProcessEnv; output: string },
): Promise<WineResult> => {
  const [file, errors] = [openSync(output, 'w'), openSync(`${output}.errors`, 'w')];
  const child = spawn(program, args, { env, stdio: ['ignore', file, errors] });
  for (const descriptor of [file, errors]) closeSync(descriptor);
  const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      clearTimeout(timer);
      resolve({ code, text: readFileSync(output, 'utf8').trim() });
    };
    child.once('exit', end);
    child.once('error', () => end(null));
  });
};

const callsIn = (prefix: string) => {
  const env = {
    PATH: process.env['PATH'],
    HOME: prefix,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
  };
  let runs = 0;
  return (program: string, args: readonly string[]) =>
    execute(program, args, { env, output: path.join(prefix, `output-${(runs += 1)}`) });
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
  const call = callsIn(staging);
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
  const call = callsIn(prefix);
  return {
    drive: path.join(prefix, 'drive_c'),
    run: (program, ...args) => call(WINE, [program, ...args]),
    remove: async () => {
      await call(SERVER, ['--kill', '--wait']);
      await rm(prefix, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
};
