import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { officialRuntime } from './official-runtime.mjs';
import { testRuntime } from './test-runtime.mjs';

/** A switch against Chromium's remarks on a missing system bus and the like, which help nobody who reads stderr. */
const WITHOUT_REMARKS = '--log-level=3';

/**
 * Which Electron to run, in this order: the folder in ELECTRON_OVERRIDE_DIST_PATH, the official one, the test
 * runtime. Gives `{executable, args, version, official}`; `args` come before the application's own arguments.
 */
export async function findRuntime() {
  const found = (await chosenRuntime()) ?? (await officialRuntime()) ?? (await testRuntime());
  // Chromium refuses to run as root with its sandbox on; only this launcher for a source tree takes it off.
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  return { ...found, args: [WITHOUT_REMARKS, ...(isRoot ? ['--no-sandbox'] : []), REPOSITORY] };
}

async function chosenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const executable = names.map((name) => path.resolve(folder, name)).find((file) => existsSync(file));
  if (executable === undefined) {
    throw new PlainError(`There is no Electron in ${folder}, which ELECTRON_OVERRIDE_DIST_PATH names.`);
  }
  const versionFile = path.join(folder, 'version');
  // Every official distribution carries its version in a file of that name; the test runtime has none.
  if (existsSync(versionFile)) {
    return {
      executable,
      version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''),
      official: true,
    };
  }
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { output } = await run(executable, ['-p', 'process.versions.electron'], { env, collect: true });
  return { executable, version: output.trim(), official: false };
}
