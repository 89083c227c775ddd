import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { cleanEnvironment, type ProgramFinding } from '@electron/platform/programs';
import type { WindowsHost } from '@electron/platform/windows-host';
import type { ProcessIdentity, RunningClient } from './assistance-provider';

/** From the request to end until the guardian itself is ended, and its job with it. */
const STOP_MS = 1500;

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

const Started = z.object({ started: z.number().int().positive() });

const startedIn = (line: string): number | null => {
  try {
    return Started.parse(JSON.parse(line)).started;
  } catch {
    return null;
  }
};

/**
 * Starts a program without a shell, below the helper: that guards it in a job, goes on with the processes it may hand its
 * work to, and ends all of them when its standard input ends, so at the latest with this process.
 */
export const startWindowsProgram = async (
  host: WindowsHost,
  file: string,
  args: readonly string[],
): Promise<RunningClient> => {
  const { executable, args: words } = host.call(['run-client', file, ...args]);
  const guardian = spawn(executable, words, {
    cwd: path.win32.dirname(file),
    env: cleanEnvironment(process.env),
    stdio: ['pipe', 'pipe', 'ignore'],
    shell: false,
    windowsHide: true,
  });
  guardian.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    guardian.once('exit', () => resolve());
    guardian.once('error', () => resolve());
  });
  const lines = createInterface({ input: guardian.stdout });
  const firstLine = once(lines, 'line').then(([line]) => String(line));
  const processId = startedIn(await Promise.race([firstLine, ended.then(() => '')]));
  if (processId === null) throw new AppError('client-not-started');
  return {
    processId,
    ended,
    stop: async () => {
      guardian.stdin.end();
      await Promise.race([ended, wait(STOP_MS)]);
      guardian.kill();
    },
  };
};

const Identified = z.object({ mark: z.string().regex(/^\d{1,20}$/) });

/** Tells a process by its number, its file and the time of its start, which is its mark. */
export const identifyWindowsProgram = async (
  host: WindowsHost,
  id: number,
  file: string | null,
): Promise<ProcessIdentity | null> => {
  if (file === null) return null;
  const reply = await host.ask(['process', 'identify', String(id), file], Identified);
  return reply.outcome === 'done' ? { id, mark: reply.answer.mark } : null;
};

export const endWindowsProgram = async (
  host: WindowsHost,
  { id, mark }: ProcessIdentity,
  file: string | null,
): Promise<void> => {
  if (file !== null) await host.ask(['process', 'end', String(id), file, mark], z.unknown());
};
