import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { createWine } from './wine';
import { windowsHost } from './wine-host';
import { windowsNode } from './windows-node';

const run = promisify(execFile);
const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const FOLDER = 'C:\\remote-service-test';

const bundle = (module: string, folder: string, name: string) =>
  build({
    configFile: false,
    root: REPOSITORY,
    logLevel: 'error',
    resolve: { alias: { '@shared': `${REPOSITORY}/shared`, '@electron': `${REPOSITORY}/electron` } },
    // The one native module; a Windows without it has no keychain, which the program has an answer for.
    ssr: { noExternal: true, external: ['@napi-rs/keyring'] },
    build: {
      ssr: module,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });

export interface WineWithNode {
  /** Where the files of the test lie, as Windows and as this machine write it. */
  folder: string;
  place: string;
  /** The product's helper, beside Node, as it lies beside the program. */
  host: string;
  /** Runs a program of Windows; throws where it ends with another code than 0. */
  run(program: string, ...args: string[]): Promise<string>;
  /** Compiles sources in C, by their absolute paths, to a program of this name in `folder`; options may stand among them. */
  compile(program: string, ...sources: string[]): Promise<void>;
  /** Bundles a module of this tree, once, and runs it with Node for Windows; its standard output. */
  node(module: string, ...args: string[]): Promise<string>;
  /** The names of what lies in a folder below `folder`. */
  files(name: string): Promise<string[]>;
  remove(): Promise<void>;
}

/** A Windows with Node, the helper and a program that stands in for the product's. */
export const createWineWithNode = async (): Promise<WineWithNode> => {
  const wine = await createWine();
  const inside = path.join(wine.drive, 'remote-service-test');
  await mkdir(inside);
  await copyFile(await windowsNode(), path.join(inside, 'node.exe'));
  const compile = async (program: string, ...sources: string[]) => {
    const result = path.join(inside, program);
    await run('x86_64-w64-mingw32-gcc', ['-O1', '-o', result, ...sources]);
  };
  await compile('remote-service.exe', path.join(import.meta.dirname, 'stand-in.c'));
  await copyFile(await windowsHost('real'), path.join(inside, 'remote-service-host.exe'));
  // A start that is automatic would be another one at every boot of wine.
  wine.keepRunning(`${FOLDER}\\remote-service-host.exe`, 'policy', 'watch');
  const bundles = new Set<string>();
  const strict = async (program: string, ...args: string[]) => {
    const { code, text } = await wine.run(program, ...args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${code} ${text}`);
    return text;
  };
  return {
    folder: FOLDER,
    place: inside,
    host: `${FOLDER}\\remote-service-host.exe`,
    run: strict,
    compile,
    node: async (module, ...args) => {
      const name = `${path.basename(module, '.ts')}.mjs`;
      if (!bundles.has(name)) await bundle(module, inside, name);
      bundles.add(name);
      return strict(`${FOLDER}\\node.exe`, `${FOLDER}\\${name}`, ...args);
    },
    files: (name) => readdir(path.join(inside, name)),
    remove: () => wine.remove(),
  };
};
