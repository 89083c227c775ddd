import { parseArgs } from 'node:util';
import { ensureBundle } from './bundle.mjs';
import { findRuntime } from './runtime/find-runtime.mjs';
import { ofThisClone, withLock } from './setup/lock.mjs';
import { PlainError, runScript, say } from './setup/report.mjs';
import { stopAllOnSignals } from './setup/run.mjs';
import { hasDisplay, setUp } from './setup/set-up.mjs';

stopAllOnSignals();

await runScript(async () => {
  const { keep } = readOptions();
  await setUp('start');
  const runtime = await findRuntime();
  await ensureBundle();
  if (!runtime.official) say(`Electron ${runtime.version}: test runtime, not for release.`);
  const busy = { waitMs: 0, busy: 'The demo of this clone is already running.' };
  await withLock(ofThisClone('demo'), () => demonstrate(runtime, keep), busy);
});

/** Loaded late, because it needs the packages that the set-up installs. */
async function demonstrate(runtime, keep) {
  if (hasDisplay()) {
    const { demoOnDisplay } = await import('./demo/on-display.mjs');
    await demoOnDisplay(runtime);
  } else {
    const { demoWithoutDisplay } = await import('./demo/without-display.mjs');
    await demoWithoutDisplay(runtime, { keep });
  }
}

function readOptions() {
  try {
    return parseArgs({ options: { keep: { type: 'boolean', default: false } } }).values;
  } catch {
    throw new PlainError('Usage: npm start [-- --keep]');
  }
}
