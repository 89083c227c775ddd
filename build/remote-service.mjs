import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBundle } from './bundle.mjs';
import { findRuntime } from './runtime/find-runtime.mjs';
import { PlainError, runScript } from './setup/report.mjs';
import { onParentLost } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

await runScript(async () => {
  await setUp('command');
  const { executable, args } = await findRuntime();
  await ensureBundle();
  return runCommand(executable, [...args, ...process.argv.slice(2)]);
});

/** Resolves to the program's exit code, or as a shell does to 128 + the number of the signal that ended it. */
function runCommand(executable, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit' });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    onParentLost(() => child.kill());
    child.once('error', (error) =>
      reject(new PlainError(`${executable} could not be started: ${error.message}`)),
    );
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
