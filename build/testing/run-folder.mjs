import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Sockets below it must stay under 108 bytes (sun_path of Linux), so its name is short. */
const PREFIX = 'rst-';
const END_WAIT_MS = 5000;
const END_POLL_MS = 100;

/**
 * A temporary folder for one test run: `TMPDIR` of everything that the run starts. It is writable for every account, as
 * the system's own is, because some tests drop root.
 */
export function openRunFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  chmodSync(folder, 0o1777);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return { path: folder, close: () => close(folder, remove) };
}

/** Removes the folder and gives the processes that still use it (which are ended) and what could not be removed. */
async function close(folder, remove) {
  const left = await leftProcesses(folder);
  for (const { id } of left) endProcess(id);
  const problems = left.map(({ id, command }) => `process ${id} still runs: ${command}`);
  try {
    remove();
  } catch (error) {
    problems.push(`${folder} cannot be removed: ${error.message}`);
  }
  return problems;
}

/** Processes with this folder as their `TMPDIR`; those that are ending are given some seconds. */
async function leftProcesses(folder) {
  const deadline = Date.now() + END_WAIT_MS;
  let left = processesOf(folder);
  while (left.length > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, END_POLL_MS));
    left = processesOf(folder);
  }
  return left;
}

function processesOf(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => read(`/proc/${id}/environ`).split('\0').includes(`TMPDIR=${folder}`))
    .map((id) => ({ id: Number(id), command: read(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim() }));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile, or belongs to another account.
    return '';
  }
}

function endProcess(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
