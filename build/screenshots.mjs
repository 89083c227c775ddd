import path from 'node:path';
import { ensureBundle } from './bundle.mjs';
import { NEUTRAL_LICENCES } from './demo/demo-folder.mjs';
import { findRuntime } from './runtime/find-runtime.mjs';
import { ofThisClone, withLock } from './setup/lock.mjs';
import { runScript } from './setup/report.mjs';
import { stopAllOnSignals } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

stopAllOnSignals();

/** The pictures that README.md shows. */
const TRACKED = path.join(import.meta.dirname, 'demo/screenshots');

// Usage: npm run screenshots [-- FOLDER]; in FOLDER as PNG, without one packed into the tracked folder.
await runScript(async () => {
  await setUp('screenshots');
  const runtime = await findRuntime();
  await ensureBundle();
  const [folder] = process.argv.slice(2);
  // npm runs scripts in the package's folder; a relative path is meant from where the person stands.
  const pictures = folder
    ? { screenshots: path.resolve(process.env.INIT_CWD ?? '.', folder), format: 'png' }
    : { screenshots: TRACKED, format: 'webp', licences: NEUTRAL_LICENCES };
  const { demoWithoutDisplay } = await import('./demo/without-display.mjs');
  const busy = { waitMs: 0, busy: 'The demo of this clone is already running.' };
  await withLock(ofThisClone('demo'), () => demoWithoutDisplay(runtime, pictures), busy);
});
