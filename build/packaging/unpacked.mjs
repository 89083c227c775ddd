import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { runBuilder } from './builder.mjs';
import { FUSES, readFuses } from './fuses.mjs';
import { NAME } from './product.mjs';

/** Builds the program once, unpacked; every Linux package is made from this folder, which is returned. */
export async function buildUnpacked(places, configuration) {
  await runBuilder({ places, configuration, targets: ['--linux', 'dir'] });
  const folder = path.join(places.output, 'linux-unpacked');
  // The test runtime brings the loader for source trees; a folder of that name would come before the archive.
  for (const name of ['app', 'default_app.asar']) {
    rmSync(path.join(folder, 'resources', name), { recursive: true, force: true });
  }
  await stripBinaries(folder);
  settleModes(folder);
  const fuses = await readFuses(path.join(folder, NAME));
  if (!isDeepStrictEqual(fuses, FUSES)) {
    throw new PlainError(
      `The fuses of the packaged program are not as they must be: ${JSON.stringify(fuses)}`,
    );
  }
  return folder;
}

const PROGRAMS = [NAME, 'chrome-sandbox', 'chrome_crashpad_handler'];
const isLibrary = (name) => /\.so(\.\d+)*$/.test(name);

/** Takes the names of functions away, which only a debugger reads. */
async function stripBinaries(folder) {
  const names = [...PROGRAMS, ...readdirSync(folder).filter(isLibrary)];
  const files = names.map((name) => path.join(folder, name));
  const { code } = await run('strip', ['--strip-unneeded', ...files]);
  if (code !== 0) throw new PlainError('The programs could not be stripped: see the messages above.');
}

/** Programs run, everything else is read, by everybody: whatever the umask was where the runtime came from. */
function settleModes(folder) {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    const isRun = lstatSync(file).isDirectory() || PROGRAMS.includes(name);
    chmodSync(file, isRun ? 0o755 : 0o644);
  }
}
