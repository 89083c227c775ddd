import path from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY } from './setup/paths.mjs';
import { PlainError, runScript } from './setup/report.mjs';
import { stopAllOnSignals } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';

const LINUX_TARGETS = ['dir', 'deb', 'rpm', 'AppImage'];
const WINDOWS_TARGETS = ['nsis', 'msi'];
const USAGE = `Usage: npm run package [-- [--linux ${LINUX_TARGETS.join('|')} ...] [--win ${WINDOWS_TARGETS.join('|')} ...] [--output FOLDER] [--repository FOLDER] [--reuse] [--trial]]`;

stopAllOnSignals();
// Modes in a package are for the machines that it is installed on, not those of the one who makes it.
process.umask(0o022);

await runScript(async () => {
  const options = readOptions();
  await setUp('command');
  // Loaded late, because it needs the packages that the set-up installs.
  const { makePackages } = await import('./packaging/make-packages.mjs');
  const { makeRepositories, repositoryKey } = await import('./packaging/repositories.mjs');
  const { repository } = options;
  const key = repository === undefined ? '' : await repositoryKey();
  const files = await makePackages(options);
  const folders = repository === undefined ? [] : await makeRepositories(repository, files, key);
  for (const made of [...files, ...folders]) process.stdout.write(`${made}\n`);
});

/** Without a choice, every Linux package; with a system alone, every package for it. */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        linux: { type: 'boolean' },
        win: { type: 'boolean' },
        output: { type: 'string', default: path.join(REPOSITORY, 'dist') },
        repository: { type: 'string' },
        reuse: { type: 'boolean', default: false },
        trial: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const chosen = (known) => positionals.filter((name) => known.includes(name));
    const [linux, windows] = [chosen(LINUX_TARGETS), chosen(WINDOWS_TARGETS)];
    const isUnderstood =
      linux.length + windows.length === positionals.length &&
      (linux.length === 0 || values.linux) &&
      (windows.length === 0 || values.win);
    if (!isUnderstood) throw new PlainError(USAGE);
    const all = LINUX_TARGETS.filter((name) => name !== 'dir');
    const orAll = (names, every) => (names.length > 0 ? names : every);
    const from = (folder) => path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
    return {
      linux: values.linux || !values.win ? orAll(linux, all) : [],
      windows: values.win ? orAll(windows, WINDOWS_TARGETS) : [],
      output: from(values.output),
      repository: values.repository === undefined ? undefined : from(values.repository),
      reuse: values.reuse,
      trial: values.trial,
    };
  } catch {
    throw new PlainError(USAGE);
  }
}
