import path from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY } from './setup/paths.mjs';
import { PlainError, runScript } from './setup/report.mjs';
import { stopAllOnSignals } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

const LINUX_TARGETS = ['dir', 'deb', 'rpm', 'AppImage'];
const USAGE = `Usage: npm run package [-- [--linux ${LINUX_TARGETS.join('|')} ...] [--win] [--output FOLDER] [--reuse] [--trial]]`;

stopAllOnSignals();

await runScript(async () => {
  const options = readOptions();
  await setUp('command');
  // Loaded late, because it needs the packages that the set-up installs.
  const { makePackages } = await import('./packaging/make-packages.mjs');
  for (const file of await makePackages(options)) process.stdout.write(`${file}\n`);
});

/** Without a choice, every Linux package. */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        linux: { type: 'boolean' },
        win: { type: 'boolean' },
        output: { type: 'string', default: path.join(REPOSITORY, 'dist') },
        reuse: { type: 'boolean', default: false },
        trial: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const isKnown = positionals.every((name) => LINUX_TARGETS.includes(name));
    if (!isKnown || (positionals.length > 0 && !values.linux)) throw new PlainError(USAGE);
    const all = LINUX_TARGETS.filter((name) => name !== 'dir');
    const isForLinux = values.linux === true || values.win !== true;
    return {
      linux: isForLinux ? (positionals.length > 0 ? positionals : all) : [],
      windows: values.win === true,
      output: path.resolve(process.env.INIT_CWD ?? process.cwd(), values.output),
      reuse: values.reuse,
      trial: values.trial,
    };
  } catch {
    throw new PlainError(USAGE);
  }
}
