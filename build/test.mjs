import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBundle } from './bundle.mjs';
import { findRuntime } from './runtime/find-runtime.mjs';
import { PlainError, runScript, say } from './setup/report.mjs';
import { stopAllOnSignals } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { startVirtualDisplay } from './setup/virtual-display.mjs';
import { openRunFolder } from './testing/run-folder.mjs';
import { allSteps } from './testing/steps.mjs';

stopAllOnSignals();
const folder = openRunFolder();
const reports = path.join(folder.path, 'reports');
mkdirSync(reports);

await runScript(async () => {
  const results = [];
  try {
    await setUp('test');
    const runtime = await findRuntime();
    if (!runtime.official) say(`Electron ${runtime.version}: test runtime, not for release.`);
    results.push(await timed({ name: 'bundle', run: bundle }));
    const display = await startVirtualDisplay();
    // Every step runs whatever became of those before it, so that the sum says how much is broken.
    const steps = allSteps({ reports, display: display.name, temporary: folder.path });
    for (const step of steps) results.push(await timed(step));
    results.push(await timed({ name: 'left behind', run: closeFolder }));
  } catch (error) {
    say(error instanceof PlainError ? error.message : String(error.stack));
    results.push({ name: 'set-up', passed: 0, failed: 1, seconds: 0 });
  }
  return summarise(results);
});

/** The bundle is no test when it succeeds, but one failed when it does not. */
async function bundle() {
  try {
    await ensureBundle();
    return { passed: 0, failed: 0 };
  } catch (error) {
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}

async function closeFolder() {
  const failures = await folder.close();
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length, failures };
}

async function timed({ name, run }) {
  say(`\n== ${name}`);
  const start = Date.now();
  const counts = await run();
  return { name, ...counts, seconds: Math.round((Date.now() - start) / 1000) };
}

function summarise(results) {
  const sum = (member) => results.reduce((total, result) => total + result[member], 0);
  const rows = results.map(
    ({ name, passed, failed, seconds }) =>
      `${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed ${String(seconds).padStart(5)} s`,
  );
  const failures = results.flatMap(({ name, failures = [] }) =>
    failures.map((failure) => `${name}: ${failure}`),
  );
  if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.join('\n')}\n`);
  process.stdout.write(`\n${rows.join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}
