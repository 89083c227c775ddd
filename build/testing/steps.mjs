import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { say } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { countCheck, countPlaywright, countVitest, readFindings } from './counts.mjs';

const MINUTE = 60_000;
const BUS_CONFIG = path.join(import.meta.dirname, 'session-bus.conf');
const tool = (name) => path.join(REPOSITORY, 'node_modules', name);

/** The steps of a whole test run, one after the other; each gives `{passed, failed, failures}` and ends by its own deadline. */
export function allSteps({ reports, display, temporary }) {
  const env = { ...testEnvironment(display), TMPDIR: temporary };
  const vitest = (name, minutes, ...projects) => ({
    name,
    run: async () => {
      const report = path.join(reports, `${name}.json`);
      const chosen = projects.flatMap((project) => ['--project', project]);
      const args = ['run', '--config', 'test/vitest.config.ts', ...chosen];
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const words = [tool('vitest/vitest.mjs'), ...args, ...reporters];
      return countVitest(report, await onPrivateBus(name, words, env, minutes));
    },
  });
  const playwright = async () => {
    const report = path.join(reports, 'e2e.json');
    const args = ['test', '--config', 'test/e2e/playwright.config.ts'];
    const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const words = [tool('@playwright/test/cli.js'), ...args];
    return countPlaywright(report, await onPrivateBus('e2e', words, withReport, 25));
  };
  return [
    { name: 'types', run: async () => countCheck(await types()) },
    { name: 'lint', run: () => lint(path.join(reports, 'eslint.json')) },
    vitest('unit', 20, 'unit*', 'renderer'),
    vitest('integration', 25, 'integration'),
    vitest('packages', 25, 'packages'),
    { name: 'e2e', run: playwright },
  ];
}

/** Settings of the person at this computer must not reach the tests, nor the tests their desktop. */
function testEnvironment(display) {
  const env = { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1' };
  delete env.REMOTE_SERVICE_HOME;
  delete env.REMOTE_SERVICE_VENDOR;
  delete env.WAYLAND_DISPLAY;
  return env;
}

const types = () => node('types', [tool('vue-tsc/bin/vue-tsc.js'), '--noEmit'], 5);

async function lint(report) {
  const eslint = [tool('eslint/bin/eslint.js'), '.', '--max-warnings=0', '--concurrency=2'];
  const prettier = [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'];
  const knip = [tool('knip/bin/knip.js'), '--config', 'build/testing/knip.json', '--no-progress'];
  const results = [
    ['eslint', await node('eslint', [...eslint, '--format=json', `--output-file=${report}`], 15)],
    ['prettier', await node('prettier', prettier, 3)],
    ['knip', await node('knip', knip, 3)],
  ];
  const failed = results.filter(([, code]) => code !== 0);
  return countCheck(failed[0]?.[1] ?? 0, [...failed.map(([name]) => name), ...readFindings(report)]);
}

const node = (name, args, minutes) => within(name, process.execPath, args, {}, minutes);

function onPrivateBus(name, args, env, minutes) {
  const words = [`--config-file=${BUS_CONFIG}`, '--', process.execPath, ...args];
  return within(name, 'dbus-run-session', words, { env }, minutes);
}

/** The exit code of a program; says so where it was ended because it took too long. */
async function within(name, command, args, options, minutes) {
  const { code, isLate } = await run(command, args, { ...options, timeoutMs: minutes * MINUTE });
  if (isLate) say(`${name} was ended: it took longer than its limit of ${minutes} minutes.`);
  return code ?? 1;
}
