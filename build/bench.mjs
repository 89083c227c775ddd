import { runScript } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  await setUp('tools');
  // Loaded late, because a fresh clone has these packages only now.
  const { register } = await import('tsx/esm/api');
  register();
  const { runBenches } = await import('../test/bench/command.ts');
  return runBenches(process.argv.slice(2));
});
