import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { countCheck, countPlaywright, countVitest } from './counts.mjs';

const MINUTE = 60_000;
const BUS_CONFIG = path.join(import.meta.dirname, 'session-bus.conf');
const tool = (name) => path.join(REPOSITORY, 'node_modules', name);

/**
 * The steps of a whole test run, in groups that run one after the other; each step gives `{passed, failed}` and ends
 * by its own deadline.
 */
export function allSteps({ reports, display }) {
  const env = testEnvironment(display);
  const vitest = (name, minutes, ...projects) => ({
    name,
    run: async () => {
      const report = path.join(reports, `${name}.json`);
      const chosen = projects.flatMap((project) => ['--project', project]);
      const args = ['run', '--config', 'test/vitest.config.ts', ...chosen];
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await onPrivateBus(
        [tool('vitest/vitest.mjs'), ...args, ...reporters],
        { env },
        minutes,
      );
      return countVitest(report, code);
    },
  });
  const playwright = async () => {
    const report = path.join(reports, 'e2e.json');
    const args = ['test', '--config', 'test/e2e/playwright.config.ts'];
    const withReport = { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } };
    const { code } = await onPrivateBus([tool('@playwright/test/cli.js'), ...args], withReport, 20);
    return countPlaywright(report, code);
  };
  return [
    // Together, because neither uses more than one processor.
    [
      { name: 'lint', run: async () => countCheck(await lint()) },
      { name: 'types', run: async () => countCheck(await types()) },
    ],
    [vitest('unit', 10, 'unit', 'renderer')],
    [vitest('integration', 25, 'integration')],
    [vitest('packages', 15, 'packages')],
    [{ name: 'e2e', run: playwright }],
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

const types = () => node([tool('vue-tsc/bin/vue-tsc.js'), '--noEmit'], 5);

async function lint() {
  const eslint = await node([tool('eslint/bin/eslint.js'), '.', '--max-warnings=0'], 15);
  const prettier = await node([tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'], 3);
  const knip = await node(
    [tool('knip/bin/knip.js'), '--config', 'build/testing/knip.json', '--no-progress'],
    3,
  );
  return eslint || prettier || knip;
}

async function node(args, minutes) {
  const { code } = await run(process.execPath, args, { timeoutMs: minutes * MINUTE });
  return code ?? 1;
}

function onPrivateBus(args, options, minutes) {
  const words = [`--config-file=${BUS_CONFIG}`, '--', process.execPath, ...args];
  return run('dbus-run-session', words, { ...options, timeoutMs: minutes * MINUTE });
}
