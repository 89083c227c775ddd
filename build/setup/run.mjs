import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { REPOSITORY } from './paths.mjs';

const STOP_GRACE_MS = 5000;
const PARENT_LOOK_MS = 500;
const running = new Set();

/**
 * Starts a program in a process group of its own, which ends with this script at the latest. Its output goes to
 * stderr unless `stdio` says otherwise.
 */
export function start(command, args, { cwd = REPOSITORY, env = process.env, stdio = ['ignore', 2, 2] } = {}) {
  const child = spawn(command, args, { cwd, env, stdio, detached: true });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Asks a started program to end, and after five seconds makes it; what it left running ends with it. */
export async function stop(child) {
  if (!running.has(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), STOP_GRACE_MS);
  await closed;
  clearTimeout(timer);
  killGroup(child);
}

/**
 * Runs a program to its end with nothing, or `input`, on stdin. Its chatter goes to stderr, with `quiet` nowhere;
 * with `collect` its stdout comes back as `output`. `code` is null when it could not be started; `isLate` when it was
 * stopped after `timeoutMs`.
 */
export async function run(command, args, { timeoutMs, collect, input, quiet, ...options } = {}) {
  const chatter = quiet ? 'ignore' : 2;
  const stdio = [input === undefined ? 'ignore' : 'pipe', collect ? 'pipe' : chatter, chatter];
  const child = start(command, args, { ...options, stdio });
  let isLate = false;
  const end = () => {
    isLate = true;
    void stop(child);
  };
  const timer = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stdin?.on('error', () => undefined).end(input);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  return { code, output, isLate };
}

/** npm by the path of the npm that started us, so that both are the same version. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? run(process.execPath, [script, ...args], options)
    : run('npm', args, options);
}

/** Makes Ctrl-C and the like end what was started before this script ends itself. */
export function stopAllOnSignals() {
  const end = (signal) =>
    void Promise.all([...running].map(stop)).finally(() => process.exit(128 + constants.signals[signal]));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(signal));
  onParentLost(() => end('SIGTERM'));
}

/** A signal to npm ends npm alone and leaves its script running: whoever loses that parent is told here. */
export function onParentLost(notify) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    notify();
  }, PARENT_LOOK_MS);
  timer.unref();
}

process.on('exit', () => {
  for (const child of running) killGroup(child);
});

function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
