import { ensureBundle } from './bundle.mjs';
import { findRuntime } from './runtime/find-runtime.mjs';
import { runScript, say } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  await setUp('command');
  const runtime = await findRuntime();
  await ensureBundle();
  if (!runtime.official) say(`Electron ${runtime.version}: test runtime, not for release.`);
  const { executable, args, version, official } = runtime;
  process.stdout.write(`${JSON.stringify({ executable, args, version, official })}\n`);
});
