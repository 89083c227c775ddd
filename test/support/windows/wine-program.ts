import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BackOffice } from '../../back-office/back-office';
import type { CommandResult } from '../program';
import { createWine, type Wine } from './wine';
import { windowsHost } from './wine-host';
import { windowsNode } from './windows-node';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = 'C:\\Program Files\\remote-service';

const run = promisify(execFile);

export interface WineProgram {
  wine: Wine;
  /** The program's folder as Windows writes it. */
  folder: string;
  /** A folder of drive C or a file in it, as this machine writes it. */
  inDrive(...names: string[]): string;
  /** Windows Installer without a window, with its log; the MSI is `C:\remote-service.msi`. */
  msiexec(...words: string[]): Promise<{ code: number | null; log: string }>;
  /** A verb of the helper. */
  host(words: readonly string[], input?: string): Promise<CommandResult>;
  /** A command of the program in its installed form, by the program for consoles. */
  cli(words: readonly string[], input?: string): Promise<CommandResult>;
  /** The same in a console: what it shows, and its exit code. */
  inConsole(...words: string[]): ReturnType<Wine['runInConsole']>;
  /** Ends the program that the service host runs, as a crash would. */
  killService(): Promise<void>;
  remove(): Promise<void>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');

const killService = async (prefix: string) => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const id of ids) {
    const words = (await textOf(`/proc/${id}/cmdline`)).split('\0');
    const isService = (words[0] ?? '').endsWith('node.exe') && words.includes('--service');
    if (!isService) continue;
    const surroundings = (await textOf(`/proc/${id}/environ`)).split('\0');
    if (surroundings.includes(`WINEPREFIX=${prefix}`)) process.kill(Number(id), 'SIGKILL');
  }
};

/**
 * A Windows and an MSI with the whole program in it: the real bundle, which Node runs with a stand-in for Electron's modules,
 * the real helper, and a launcher under the program's name. Nothing is installed yet.
 */
export const createWineProgram = async (office: Pick<BackOffice, 'vendorProfile'>): Promise<WineProgram> => {
  const wine = await createWine();
  const place = path.join(wine.drive, 'unpacked');
  const at = (...names: string[]) => path.join(place, ...names);
  await mkdir(at('app/build'), { recursive: true });
  await Promise.all([mkdir(at('app/node_modules')), mkdir(at('bin'))]);
  const standIn = path.join(import.meta.dirname, 'electron-stand-in');
  await Promise.all([
    cp(path.join(ROOT, 'out/main'), at('app/out/main'), { recursive: true }),
    cp(standIn, at('app/node_modules/electron'), { recursive: true }),
    copyFile(path.join(standIn, 'start.mjs'), at('app/start.mjs')),
    copyFile(await windowsNode(), at('node.exe')),
    copyFile(await windowsHost('real'), at('remote-service-host.exe')),
    copyFile(await windowsHost('console'), at('bin/remote-service.exe')),
    run('x86_64-w64-mingw32-gcc', [
      ...['-municode', '-O2', '-s', '-Wall', '-Werror', '-o', at('remote-service.exe')],
      path.join(import.meta.dirname, 'launcher.c'),
    ]),
    writeFile(at('app/package.json'), '{"type":"module","main":"out/main/main.js"}'),
    writeFile(
      at('app/node_modules/electron/package.json'),
      '{"name":"electron","type":"module","main":"index.mjs"}',
    ),
    writeFile(at('app/build/vendor.json'), JSON.stringify(office.vendorProfile)),
  ]);
  wine.keepRunning('C:\\unpacked\\remote-service-host.exe', 'policy', 'watch');
  const builder = path.join(import.meta.dirname, 'build-msi.mjs');
  await run(process.execPath, [builder, '1.0.0', place, path.join(wine.drive, 'remote-service.msi')]);
  const call = async (program: string, words: readonly string[], input = ''): Promise<CommandResult> => {
    const { code, text, errors } = await wine.call(`${FOLDER}\\${program}`, words, { input });
    return { code, text, json: parsed(text), errors };
  };
  return {
    wine,
    folder: FOLDER,
    inDrive: (...names) => path.join(wine.drive, ...names),
    msiexec: async (...words) => {
      const log = path.join(wine.drive, 'msi.log');
      await rm(log, { force: true });
      const { code } = await wine.run('msiexec', ...words, '/qn', '/l*v', 'C:\\msi.log');
      return { code, log: await readFile(log, 'utf8') };
    },
    host: (words, input) => call('remote-service-host.exe', words, input),
    cli: (words, input) => call('bin\\remote-service.exe', words, input),
    inConsole: (...words) => wine.runInConsole(`${FOLDER}\\bin\\remote-service.exe`, ...words),
    killService: () => killService(path.dirname(wine.drive)),
    remove: () => wine.remove(),
  };
};
