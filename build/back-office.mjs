import path from 'node:path';
import { REPOSITORY } from './setup/paths.mjs';
import { runScript } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';

await runScript(async () => {
  await setUp('tools');
  // Loaded late, because a fresh clone has these packages only now.
  const { register } = await import('tsx/esm/api');
  // Named, because tsx looks for it from the folder in which the person stands.
  register({ tsconfig: path.join(REPOSITORY, 'tsconfig.json') });
  const { runBackOffice } = await import('../test/back-office/command.ts');
  if (!(await runBackOffice())) return Number(process.exitCode ?? 0);
  // It serves until a signal, which it answers itself.
  return new Promise(() => undefined);
});
