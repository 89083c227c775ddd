import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import { cleanEnvironment } from '@electron/platform/programs';
import type { ProcessIdentity, RunningClient } from './assistance-provider';
import { guardClient } from './client-guardian';
import { membersOf, readProcess, runningFrom, runsFile } from './process-table';

const LOOK_MS = 200;
/** From the request to end until what is left is killed. */
const PATIENCE_MS = 600;
/** A client that hands its work to one that runs already ends this soon. */
const HANDOVER_MS = 5000;

/** A signal to one process, or with a negative number to a group; nothing where it is gone. */
const signal = (id: number, name: NodeJS.Signals) => {
  // 0, 1 and -1 stand for everything of an account.
  if (Math.abs(id) < 2) return;
  try {
    process.kill(id, name);
  } catch {
    // It has ended meanwhile.
  }
};

/** Ends processes and groups: asked first, then killed. Resolves when `living` finds none, or nothing more can be done. */
const endAll = async (living: () => Promise<number[]>, group: number) => {
  const tell = async (name: NodeJS.Signals) => {
    signal(-group, name);
    for (const id of await living()) signal(id, name);
  };
  await tell('SIGTERM');
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if ((await living()).length === 0) return;
    await wait(50);
  }
  for (let tries = 0; tries < 20 && (await living()).length > 0; tries += 1) {
    await tell('SIGKILL');
    await wait(25);
  }
};

const begun = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new AppError('client-not-started', {}, error)));
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new AppError('client-not-started'));
      else resolve(child.pid);
    });
  });

/** Starts a program as the leader of a process group of its own, without a shell; `args` are handed over as they stand. */
export const startProgram = async (file: string, args: readonly string[]): Promise<RunningClient> => {
  const child = spawn(file, args, {
    cwd: '/',
    env: cleanEnvironment(process.env),
    detached: true,
    stdio: 'ignore',
    shell: false,
  });
  const processId = await begun(child);
  const startedAt = performance.now();
  // Listened for before anything is waited for: a starter may end at once.
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const facts = await readProcess(processId);
  const guardian =
    facts === null ? null : guardClient({ id: processId, mark: facts.started }, path.dirname(file));
  let adopted = false;
  const living = async () => [
    ...(await membersOf(processId)),
    ...(adopted ? await runningFrom(path.dirname(file)) : []),
  ];
  const watch = async () => {
    const code = await exited;
    adopted = code === 0 && performance.now() - startedAt < HANDOVER_MS;
    if (adopted) guardian?.adopted();
    while ((await living()).length > 0) await wait(LOOK_MS);
    guardian?.over();
  };
  const ended = watch();
  return {
    processId,
    ended,
    stop: async () => {
      await endAll(living, processId);
      await Promise.race([ended, wait(LOOK_MS * 2)]);
    },
  };
};

/** Tells a process that runs one of these files, as the leader of its group. */
export const identifyProgram = async (
  processId: number,
  file: string | null,
): Promise<ProcessIdentity | null> => {
  const facts = await readProcess(processId);
  if (facts?.isAlive !== true || facts.group !== processId || file === null) return null;
  return (await runsFile(processId, file)) ? { id: processId, mark: facts.started } : null;
};

/** Ends a process that was told before, with its group; one that has its number by now is left alone. */
export const endProgram = async ({ id, mark }: ProcessIdentity): Promise<void> => {
  const facts = await readProcess(id);
  if (facts !== null && (facts.started !== mark || facts.group !== id)) return;
  await endAll(() => membersOf(id), id);
};
