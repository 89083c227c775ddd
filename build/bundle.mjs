import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ofThisClone, withLock } from './setup/lock.mjs';
import { REPOSITORY } from './setup/paths.mjs';
import { PlainError, say } from './setup/report.mjs';
import { run } from './setup/run.mjs';

const OUT = path.join(REPOSITORY, 'out');
const STAMP = path.join(OUT, 'sources.sha256');
// On the same file system as out/, so that a rename suffices.
const DRAFTS = path.join(REPOSITORY, 'node_modules/.cache/bundle');
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/electron.vite.config.ts',
  'build/vendor.json',
  'package.json',
  'package-lock.json',
];

/** Builds main, preload and renderer into out/ unless what lies there was built from the present sources. */
export async function ensureBundle() {
  if (isCurrent()) return;
  await withLock(ofThisClone('bundle'), async () => {
    if (!isCurrent()) await buildBundle();
  });
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash();
}

/** Size and time instead of content, so that asking costs a few milliseconds. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const name of SOURCES) addToHash(hash, path.join(REPOSITORY, name));
  return hash.digest('hex');
}

function addToHash(hash, file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, path.join(file, name));
  } else if (!file.endsWith('.spec.ts')) {
    hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}

/** Built elsewhere and moved into place as a whole, so that nobody starts half a bundle. */
async function buildBundle() {
  say('Bundling ...');
  const hash = sourceHash();
  rmSync(DRAFTS, { recursive: true, force: true });
  const draft = path.join(DRAFTS, 'new');
  const tool = path.join(REPOSITORY, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  const env = { ...process.env, BUNDLE_FOLDER: path.relative(REPOSITORY, draft) };
  const { code } = await run(process.execPath, [tool, ...args], { env });
  if (code !== 0) throw new PlainError('The program could not be bundled: see the messages above.');
  writeFileSync(path.join(draft, path.basename(STAMP)), hash);
  if (existsSync(OUT)) renameSync(OUT, path.join(DRAFTS, 'old'));
  renameSync(draft, OUT);
  rmSync(DRAFTS, { recursive: true, force: true });
}
