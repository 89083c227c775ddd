import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import path from 'node:path';

export interface ProcessFacts {
  id: number;
  group: number;
  /** The time of its start, in ticks since the machine's: no two processes of one number share it. */
  started: string;
  isAlive: boolean;
}

/** `pid (name) state ppid pgrp ... starttime`; the name may hold anything, brackets too. */
const factsOf = (id: number, line: string): ProcessFacts => {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', , group = ''] = fields;
  return { id, group: Number(group), started: fields[19] ?? '', isAlive: state !== 'Z' && state !== 'X' };
};

/** Null where there is no such process. */
export const readProcess = async (id: number): Promise<ProcessFacts | null> => {
  try {
    return factsOf(id, await readFile(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return null;
  }
};

const allProcesses = async (): Promise<ProcessFacts[]> => {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))),
  );
  return found.filter((facts) => facts?.isAlive === true) as ProcessFacts[];
};

/** The living processes of a group; one that has ended but was not fetched by its parent is gone. */
export const membersOf = async (group: number): Promise<number[]> =>
  (await allProcesses()).filter((facts) => facts.group === group).map(({ id }) => id);

/** Whether a process runs this file, itself or as a script of it. */
export const runsFile = async (id: number, file: string): Promise<boolean> => {
  try {
    if ((await readlink(`/proc/${id}/exe`)) === file) return true;
    const words = (await readFile(`/proc/${id}/cmdline`, 'utf8')).split('\0').slice(0, 3);
    return words.includes(file);
  } catch {
    return false;
  }
};

const isOwn = async (id: number) => {
  try {
    return (await stat(`/proc/${id}`)).uid === process.getuid?.();
  } catch {
    return false;
  }
};

/** The own account's processes that run a program of this folder. */
export const runningFrom = async (folder: string): Promise<number[]> => {
  const found = await Promise.all(
    (await allProcesses()).map(async ({ id }) => {
      const file = await readlink(`/proc/${id}/exe`).catch(() => '');
      return path.dirname(file) === folder && (await isOwn(id)) ? [id] : [];
    }),
  );
  return found.flat();
};
