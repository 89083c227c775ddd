import { spawn } from 'node:child_process';
import { REPOSITORY } from './paths.mjs';

/**
 * Runs a program to its end with nothing on stdin. Its chatter goes to stderr, or with `collect` its stdout comes
 * back as `output`. `code` is null when it could not be started, or when `timeoutMs` passed and it was killed.
 */
export function run(
  command,
  args,
  { cwd = REPOSITORY, env = process.env, timeoutMs, collect, input, quiet } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: [
        input === undefined ? 'ignore' : 'pipe',
        collect ? 'pipe' : quiet ? 'ignore' : 2,
        quiet ? 'ignore' : 2,
      ],
    });
    const stop = () => killGroup(child, 'SIGKILL');
    process.once('exit', stop);
    const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
    let output = '';
    const end = (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve({ code, output });
    };
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stdin?.on('error', () => undefined).end(input);
    child.once('error', () => end(null));
    child.once('close', (code) => end(code));
  });
}

/** Signals a child that leads its own process group, together with everything it started. */
export function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

/** npm by the path of the npm that started us, so that both are the same version. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? run(process.execPath, [script, ...args], options)
    : run('npm', args, options);
}
