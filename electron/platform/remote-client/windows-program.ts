import { execFile, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { AppError } from '@shared/errors/app-error';
import { cleanEnvironment, type ProgramFinding } from '@electron/platform/programs';
import type { ProcessIdentity, RunningClient } from './assistance-provider';

const run = promisify(execFile);
const LIMIT_MS = 5000;

/** Runs one of the system's own programs and gives what it says, empty where it fails; tests give their own. */
export type RunSystemProgram = (name: string, args: readonly string[]) => Promise<string>;

/** Only from the system's folder, never from the search path. */
export const systemProgramRunner =
  (systemRoot: string): RunSystemProgram =>
  async (name, args) => {
    const folder = path.win32.join(systemRoot, 'System32');
    const file = path.win32.join(folder, name);
    const options = {
      cwd: folder,
      env: { SystemRoot: systemRoot, windir: systemRoot, PATH: folder },
      timeout: LIMIT_MS,
      windowsHide: true,
    };
    const answer = await run(file, args, options).catch(() => null);
    return answer?.stdout ?? '';
  };

/** A text of the machine's part of the registry, 64 bit first; null where it is not there. */
export const readRegistry = async (
  runSystem: RunSystemProgram,
  key: string,
  name: string,
): Promise<string | null> => {
  for (const view of ['/reg:64', '/reg:32']) {
    const answer = await runSystem('reg.exe', ['query', key, '/v', name, view]);
    const value = /REG_SZ\s+(.+?)\s*$/m.exec(answer)?.[1];
    if (value !== undefined) return value;
  }
  return null;
};

const isBelow = (folder: string, file: string) => {
  const relative = path.win32.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.win32.isAbsolute(relative);
};

const exists = async (file: string) => (await stat(file).catch(() => null))?.isFile() === true;

/** The first program that is there; it may be started only below a folder that administrators alone write to. */
export const findWindowsProgram = async (
  candidates: readonly string[],
  trustedFolders: readonly string[],
  isThere: (file: string) => Promise<boolean> = exists,
): Promise<ProgramFinding> => {
  let unsafe: ProgramFinding | null = null;
  for (const candidate of candidates) {
    const file = path.win32.normalize(candidate);
    const isPlain = /^[A-Za-z]:\\/.test(file) && !file.slice(2).includes(':');
    if (!isPlain || !(await isThere(file))) continue;
    if (trustedFolders.some((folder) => isBelow(folder, file))) return { is: 'trusted', file };
    unsafe ??= { is: 'unsafe', file };
  }
  return unsafe ?? { is: 'missing' };
};

/** Starts a program without a shell, and ends it with all that it has started. */
export const startWindowsProgram = async (
  runSystem: RunSystemProgram,
  file: string,
  args: readonly string[],
): Promise<RunningClient> => {
  const child = spawn(file, args, {
    cwd: path.win32.dirname(file),
    env: cleanEnvironment(process.env),
    stdio: 'ignore',
    shell: false,
  });
  const processId = await new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new AppError('client-not-started', {}, error)));
    child.once('spawn', () => resolve(child.pid ?? 0));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    processId,
    ended,
    stop: async () => {
      await endTree(runSystem, processId);
      await Promise.race([ended, wait(1000)]);
    },
  };
};

const endTree = (runSystem: RunSystemProgram, id: number) =>
  runSystem('taskkill.exe', ['/PID', String(id), '/T', '/F']);

/** Windows gives a process's file and start through its own interfaces; the start in ticks is its mark. */
export const identifyWindowsProgram = async (
  runSystem: RunSystemProgram,
  id: number,
  file: string | null,
): Promise<ProcessIdentity | null> => {
  if (file === null) return null;
  const query = `$p = Get-Process -Id ${id}; $p.StartTime.Ticks; $p.Path`;
  const answer = await runSystem('WindowsPowerShell\\v1.0\\powershell.exe', [
    '-NoProfile',
    '-Command',
    query,
  ]);
  const [mark = '', location = ''] = answer.split(/\r?\n/).map((line) => line.trim());
  const isIt = location.toLowerCase() === file.toLowerCase() && /^\d+$/.test(mark);
  return isIt ? { id, mark } : null;
};

export const endWindowsProgram = async (
  runSystem: RunSystemProgram,
  known: ProcessIdentity,
  file: string | null,
): Promise<void> => {
  const now = await identifyWindowsProgram(runSystem, known.id, file);
  if (now?.mark === known.mark) await endTree(runSystem, known.id);
};
