import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createWine, isThere, testCache, type Wine } from './wine';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PROGRAM_FOLDER = 'C:\\Program Files\\remote-service';
const COMPILE_DEADLINE_MS = 400_000;

/** What the helper is made from, so that one of the same sources is compiled once. */
const sourcesHash = async (): Promise<string> => {
  const hash = createHash('sha256');
  const names = (await readdir(path.join(ROOT, 'build/windows'), { recursive: true })).sort();
  const files = names.filter((name) => /\.(c|h|mc|rc|manifest|json|mjs)$/.test(name));
  const events = path.join(ROOT, 'shared/domain/activity/logged-events.json');
  const table = path.join(import.meta.dirname, 'scripted-system.c');
  for (const file of [...files.map((name) => path.join(ROOT, 'build/windows', name)), events, table])
    hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
};

/**
 * The helper, as it ships or with a scripted table of system calls, or the program for consoles; compiled in a process of its own,
 * and kept.
 */
export const windowsHost = async (kind: 'real' | 'scripted' | 'console'): Promise<string> => {
  const kept = path.join(await testCache(), `windows-host-${await sourcesHash()}-${kind}.exe`);
  if (await isThere(kept)) return kept;
  const folder = await mkdtemp(path.join(tmpdir(), 'host-'));
  try {
    const made = path.join(folder, 'host.exe');
    const words = ['test/support/windows/compile-host.mjs', folder, made, kind];
    await promisify(execFile)(process.execPath, words, { cwd: ROOT, timeout: COMPILE_DEADLINE_MS });
    await copyFile(made, `${kept}.${process.pid}`);
    await rename(`${kept}.${process.pid}`, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return kept;
};

interface HostAnswer {
  code: number | null;
  answer: Record<string, unknown>;
  /** The system calls in their order, each with what it is about; only of the scripted helper. */
  calls: string[];
}

export interface WineHost {
  wine: Wine;
  /** The folder that the helper lies in, as Windows and as this machine write it. */
  folder: string;
  place: string;
  /** Runs a verb of the helper that ships. */
  host(words: readonly string[], input?: string): Promise<HostAnswer>;
  /** Runs a verb of the helper whose system calls take these answers: see `scripted-system.c`. */
  scripted(script: readonly string[], words: readonly string[], input?: string): Promise<HostAnswer>;
  remove(): Promise<void>;
}

/** A Windows with the helper beside a program that stands in for the product's. */
export const createWineHost = async (): Promise<WineHost> => {
  const wine = await createWine();
  const place = path.join(wine.drive, 'Program Files/remote-service');
  const at = (name: string) => path.join(place, name);
  await mkdir(place, { recursive: true });
  await Promise.all([
    windowsHost('real').then((file) => copyFile(file, at('remote-service-host.exe'))),
    windowsHost('scripted').then((file) => copyFile(file, at('scripted-host.exe'))),
    promisify(execFile)('x86_64-w64-mingw32-gcc', [
      ...['-O2', '-s', '-Wall', '-Werror', '-o', at('remote-service.exe')],
      path.join(import.meta.dirname, 'stand-in.c'),
    ]),
  ]);
  wine.keepRunning(`${PROGRAM_FOLDER}\\remote-service-host.exe`, 'policy', 'watch');
  const ask = async (name: string, words: readonly string[], input: string, environment = {}) => {
    const { code, text } = await wine.call(`${PROGRAM_FOLDER}\\${name}`, words, { input, environment });
    const lines = text.split('\n');
    return { code, answer: JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
  };
  const log = at('calls.log');
  return {
    wine,
    place,
    folder: PROGRAM_FOLDER,
    host: async (words, input = '') => ({
      ...(await ask('remote-service-host.exe', words, input)),
      calls: [],
    }),
    scripted: async (script, words, input = '') => {
      await writeFile(at('script'), script.map((line) => `${line}\n`).join(''));
      await rm(log, { force: true });
      const environment = {
        HOST_SCRIPT: `${PROGRAM_FOLDER}\\script`,
        HOST_LOG: `${PROGRAM_FOLDER}\\calls.log`,
      };
      const answered = await ask('scripted-host.exe', words, input, environment);
      const calls = (await isThere(log)) ? await readFile(log, 'utf8') : '';
      return {
        ...answered,
        calls: calls
          .replace('\uFEFF', '')
          .split(/\r?\n/)
          .filter((line) => line !== ''),
      };
    },
    remove: () => wine.remove(),
  };
};
