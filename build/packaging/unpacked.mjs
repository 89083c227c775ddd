import { rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../setup/report.mjs';
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
  const fuses = await readFuses(path.join(folder, NAME));
  if (!isDeepStrictEqual(fuses, FUSES)) {
    throw new PlainError(
      `The fuses of the packaged program are not as they must be: ${JSON.stringify(fuses)}`,
    );
  }
  return folder;
}
