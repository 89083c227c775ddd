import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ofThisClone, withLock } from './lock.mjs';
import { REPOSITORY } from './paths.mjs';
import { PlainError, say } from './report.mjs';
import { npm } from './run.mjs';

const MODULES = path.join(REPOSITORY, 'node_modules');
const LOCK_FILE = path.join(REPOSITORY, 'package-lock.json');
const STAMP = path.join(MODULES, '.set-up.json');

/** Runs `npm ci` when node_modules is missing or belongs to another package-lock.json. */
export async function installDependencies() {
  if (areCurrent()) return;
  await withLock(ofThisClone('dependencies'), async () => {
    if (areCurrent()) return;
    if (!matchesByContent()) await installAll();
    writeFileSync(STAMP, JSON.stringify({ lock: lockHash() }));
  });
}

function areCurrent() {
  return existsSync(STAMP) && JSON.parse(readFileSync(STAMP, 'utf8')).lock === lockHash();
}

function lockHash() {
  return createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
}

/** Whether somebody ran npm by hand and already installed just what the lock file says. */
function matchesByContent() {
  const hidden = path.join(MODULES, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(LOCK_FILE, 'utf8')).packages);
  return wanted.every(
    ([name, entry]) =>
      name === '' || entry.optional || entry.peer || installed[name]?.integrity === entry.integrity,
  );
}

async function installAll() {
  say('Installing the npm packages (npm ci) ...');
  const { code } = await npm([
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0)
    throw new PlainError('The npm packages could not be installed: see the messages of npm above.');
}
