import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const WINE = '/usr/lib/wine/wine64';
const SERVER = '/usr/lib/wine/wineserver64';
const DEADLINE_MS = 120_000;

export interface WineResult {
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
  const file = openSync(output, 'w');
  const child = spawn(program, args, { env, stdio: ['ignore', file, 'ignore'] });
  closeSync(file);
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

/** Makes a Windows; takes some seconds. */
export const createWine = async (): Promise<Wine> => {
  const prefix = mkdtempSync(path.join(tmpdir(), 'wine-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: prefix,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d;winemenubuilder.exe=d',
  };
  let runs = 0;
  const call = (program: string, args: readonly string[]) =>
    execute(program, args, { env, output: path.join(prefix, `output-${(runs += 1)}`) });
  const made = await call(WINE, ['cmd', '/c', 'exit']);
  if (made.code !== 0) throw new Error(`wine could not make ${prefix}: ${made.code}`);
  return {
    drive: path.join(prefix, 'drive_c'),
    run: (program, ...args) => call(WINE, [program, ...args]),
    remove: async () => {
      await call(SERVER, ['--kill', '--wait']);
      await rm(prefix, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
};
