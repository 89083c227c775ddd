import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

export const commandLineOf = (pid: number) => read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean);
export const environmentOf = (pid: number) => read(`/proc/${pid}/environ`);

export const allProcesses = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** A process that has ended but was not fetched by its parent yet counts as gone. */
export const isRunning = (pid: number) => /^State:\s+[^ZX]/m.test(read(`/proc/${pid}/status`));

const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

const openFilesOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${name}`);
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
};

/**
 * Every living process that works below a folder, with the processes those have started. Chromium wipes the environment
 * of its processes, so they are known by their arguments and the files they hold open.
 */
export function processesOf(folder: string): number[] {
  const living = allProcesses().filter((pid) => pid !== process.pid && isRunning(pid));
  const isBelow = (text: string) => text.includes(`${folder}/`);
  const found = new Set(
    living.filter((pid) => commandLineOf(pid).some(isBelow) || openFilesOf(pid).some(isBelow)),
  );
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const pid of living) if (found.has(parentOf(pid))) found.add(pid);
  }
  return [...found];
}

/** The main processes of Print ORS Service below a folder; Chromium's helpers and a tracer are not among them. */
export const servicesOf = (folder: string) =>
  processesOf(folder).filter((pid) => {
    const words = commandLineOf(pid).join(' ').split(' ');
    const isHelper = words.some((word) => word.startsWith('--type=')) || words[0] === 'strace';
    return words.includes('--service') && !isHelper;
  });

/** Ends what is left of a folder's processes, by number; waits until they are gone. */
export async function killProcessesOf(folder: string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const left = processesOf(folder);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
    await wait(20);
  }
  throw new Error(`processes of ${folder} cannot be ended`);
}

/** Ends a process at once; one that is gone already is fine. */
export function kill(pid: number | undefined, signal: NodeJS.Signals = 'SIGKILL'): void {
  // 0 and below stand for whole groups of processes, our own among them.
  if (pid === undefined || pid < 2) throw new Error(`no process to end: ${pid}`);
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The inode numbers of a process's open sockets. */
export const socketInodesOf = (pid: number): string[] =>
  openFilesOf(pid).flatMap((file) => /^socket:\[(\d+)\]$/.exec(file)?.[1] ?? []);

const INTERNET_TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'];

/** The open TCP, UDP and raw sockets of these processes, as the kernel lists them. */
export function internetSocketsOf(pids: readonly number[]): { table: string; line: string }[] {
  const inodes = new Set(pids.flatMap(socketInodesOf));
  return INTERNET_TABLES.flatMap((table) =>
    read(`/proc/net/${table}`)
      .split('\n')
      .slice(1)
      .filter((line) => inodes.has(line.trim().split(/\s+/)[9] ?? ''))
      .map((line) => ({ table, line: line.trim() })),
  );
}
