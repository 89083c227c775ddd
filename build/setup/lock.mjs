import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder, REPOSITORY } from './paths.mjs';
import { PlainError } from './report.mjs';

const POLL_MS = 100;

/** Runs `work` while no other process holds the lock `name`; waits for the holder up to `waitMs`. */
export async function withLock(name, work, { waitMs = 900_000, busy } = {}) {
  const file = path.join(cacheFolder('locks'), name);
  const deadline = Date.now() + waitMs;
  let claim = takeOver(file);
  while (claim === null) {
    if (Date.now() >= deadline) {
      throw new PlainError(busy ?? `Another process holds ${file}; remove it if none does.`);
    }
    await delay(POLL_MS);
    claim = takeOver(file);
  }
  try {
    return await work();
  } finally {
    if (read(file) === claim) rmSync(file, { force: true });
  }
}

/** A lock's name that is the same for every process working in this clone and different from other clones'. */
export function ofThisClone(name) {
  return `${name}-${createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 12)}`;
}

function takeOver(file) {
  dropWhenAbandoned(file);
  return take(file);
}

function take(file) {
  const claim = `${process.pid} ${randomUUID()}`;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, claim);
  try {
    // A hard link, because it appears with its content: nobody can read an empty claim.
    linkSync(draft, file);
    return claim;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return null;
  } finally {
    unlinkSync(draft);
  }
}

function dropWhenAbandoned(file) {
  const claim = read(file);
  if (claim === null || isAlive(Number.parseInt(claim, 10))) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // Between the look and the rename somebody else may have taken over: theirs is given back.
    if (read(aside) !== claim) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
