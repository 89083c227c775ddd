import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** By this code Windows Installer knows every version of the product as the same one. It never changes. */
export const UPGRADE_CODE = '8B0F5C5E-6A0B-4E57-9C0D-0C5B0D1B7A52';
const ID_BYTES = 16;

/** The name-based identifier of RFC 9562 (version 5) below the upgrade code, as Windows Installer writes one. */
export function idFor(name) {
  const space = Buffer.from(UPGRADE_CODE.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, ID_BYTES);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = bytes.toString('hex').toUpperCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Windows Installer compares three numbers; a mark such as `-test-runtime` behind them is left out. */
export const numericVersion = (version) => /^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0';

/**
 * The product code: another one whenever the version or a file differs, and the same one for the same files, so that a
 * package that is made again installs over the first as what it is.
 */
export function productCode(version, folder, files) {
  const hash = createHash('sha256').update(version);
  for (const name of files)
    hash.update(`\n${name}\n`).update(
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest(),
    );
  return idFor(`product ${hash.digest('hex')}`);
}
