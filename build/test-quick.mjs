import path from 'node:path';
import { existsSync } from 'node:fs';
import { installDependencies } from './setup/dependencies.mjs';
import { REPOSITORY } from './setup/paths.mjs';
import { PlainError, runScript, say } from './setup/report.mjs';
import { run, stopAllOnSignals } from './setup/run.mjs';

const LINTED = /\.(ts|vue|mjs|js)$/;
const tool = (name) => path.join(REPOSITORY, 'node_modules', name);

stopAllOnSignals();

/** The quick check while one works: types of everything, lint of the changed files, and the units that these reach. */
await runScript(async () => {
  await installDependencies();
  const base = await baseOfChanges();
  const changed = await changedFiles(base);
  say(`${changed.length} files have changed since ${base}.`);
  const linted = changed.filter((file) => LINTED.test(file));
  const steps = [
    ['types', [tool('vue-tsc/bin/vue-tsc.js'), '--noEmit']],
    ...(linted.length === 0 ? [] : [['lint', [tool('eslint/bin/eslint.js'), '--max-warnings=0', ...linted]]]),
    ...(changed.length === 0
      ? []
      : [['format', [tool('prettier/bin/prettier.cjs'), '--check', '--ignore-unknown', ...changed]]]),
    [
      'unit',
      [
        ...[tool('vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--passWithNoTests'],
        ...['--project', 'unit*', '--project', 'renderer', '--changed', base],
      ],
    ],
  ];
  const [types, ...others] = steps;
  // Types take one processor for as long as the rest takes another.
  const codes = await Promise.all([runStep(types), runInTurn(others)]);
  const failed = codes.flat().filter((name) => name !== null);
  say(failed.length === 0 ? 'All passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

async function runInTurn(steps) {
  const failed = [];
  for (const step of steps) failed.push(await runStep(step));
  return failed;
}

/** The name of the step where it has failed, else null. */
async function runStep([name, args]) {
  const { code } = await run(process.execPath, args);
  return code === 0 ? null : name;
}

/** Where this branch left `origin/main`, else the last commit. */
async function baseOfChanges() {
  const { code, output } = await run('git', ['merge-base', 'HEAD', 'origin/main'], {
    collect: true,
    quiet: true,
  });
  return code === 0 ? output.trim() : 'HEAD';
}

async function changedFiles(base) {
  const lists = [
    ['diff', '--name-only', base],
    ['ls-files', '--others', '--exclude-standard'],
  ];
  const names = [];
  for (const words of lists) {
    const { code, output } = await run('git', words, { collect: true });
    if (code !== 0) throw new PlainError('The quick check needs git and a clone of the repository.');
    names.push(...output.split('\n').filter((name) => name !== ''));
  }
  return names.filter((name) => existsSync(path.join(REPOSITORY, name)));
}
