import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const CLI = path.join(REPOSITORY, 'node_modules/electron-builder/cli.js');

/** Runs electron-builder on the laid-out application; `tools` are environment variables that name its tools. */
export async function runBuilder({ places, configuration, targets, prepackaged, tools = {} }) {
  const file = path.join(places.staging, `configuration-${targets.join('-').replaceAll(/-+/g, '-')}.json`);
  writeFileSync(file, JSON.stringify(configuration, null, 2));
  const words = [...targets, '--x64', '--projectDir', places.application, '--config', file];
  const from = prepackaged === undefined ? [] : ['--prepackaged', prepackaged];
  // Settings of the person at this computer for other programs must not change this one.
  const env = { ...process.env, ...tools, CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  const { code } = await run(process.execPath, [CLI, ...words, ...from, '--publish', 'never'], {
    env,
    cwd: places.application,
  });
  if (code !== 0) throw new PlainError(`${targets.join(' ')} could not be packaged: see the messages above.`);
}
