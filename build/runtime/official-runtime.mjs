import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ofThisClone, withLock } from '../setup/lock.mjs';
import { cacheFolder, REPOSITORY } from '../setup/paths.mjs';
import { say } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const PACKAGE = path.join(REPOSITORY, 'node_modules/electron');
const DOWNLOAD_DEADLINE_MS = 90_000;
const REFUSAL_LASTS_MS = 24 * 60 * 60 * 1000;

/** The Electron that package.json names, downloaded when it can be; null where the download is refused. */
export async function officialRuntime() {
  const ready = downloaded();
  if (ready !== null || wasRefusedLately()) return ready;
  return withLock(ofThisClone('electron-download'), async () => {
    if (downloaded() === null && !wasRefusedLately()) await download();
    return downloaded();
  });
}

function wantedVersion() {
  return JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')).version;
}

function downloaded() {
  const version = wantedVersion();
  const files = ['path.txt', 'dist/version'].map((name) => path.join(PACKAGE, name));
  if (!files.every((file) => existsSync(file))) return null;
  const [program, present] = files.map((file) => readFileSync(file, 'utf8').trim());
  const executable = path.join(PACKAGE, 'dist', program);
  if (present.replace(/^v/, '') !== version || !existsSync(executable)) return null;
  return { executable, version, official: true };
}

async function download() {
  say(`Downloading Electron ${wantedVersion()} ...`);
  const { code } = await run(process.execPath, [path.join(PACKAGE, 'install.js')], {
    timeoutMs: DOWNLOAD_DEADLINE_MS,
    quiet: true,
  });
  if (code === 0) return;
  say('The download of Electron was refused or took too long; it is tried again in a day.');
  writeFileSync(refusalFile(), JSON.stringify({ version: wantedVersion(), at: Date.now() }));
}

function refusalFile() {
  return path.join(cacheFolder(), 'electron-download-refused.json');
}

function wasRefusedLately() {
  if (!existsSync(refusalFile())) return false;
  const { version, at } = JSON.parse(readFileSync(refusalFile(), 'utf8'));
  const age = Date.now() - at;
  return version === wantedVersion() && age >= 0 && age < REFUSAL_LASTS_MS;
}
