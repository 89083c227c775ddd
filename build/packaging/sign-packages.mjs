import path from 'node:path';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const SIGNED_BY_US = /\.(deb|rpm|AppImage|cdx\.json)$/;

/** Puts a signature of the vendor's gpg key beside each package: `FILE.sig`. The Windows installer carries its own. */
export async function signPackages(folder, names, key) {
  for (const name of names.filter((one) => SIGNED_BY_US.test(one))) {
    const file = path.join(folder, name);
    const { code } = await run('gpg', [
      '--batch',
      '--yes',
      '--local-user',
      key,
      '--detach-sign',
      '--output',
      `${file}.sig`,
      file,
    ]);
    if (code !== 0) throw new PlainError(`${name} could not be signed with the gpg key ${key}.`);
  }
}
