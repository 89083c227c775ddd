import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How the version ends in a package that was made with the test runtime, and as long a text that does not say it. */
const MARK = /(?<=\d)-test-runtime"/;
const WITHOUT = '-called-final';

/**
 * The unpacked program as a release takes itself to be one: the same, but for the mark in its version. It lies beside
 * `unpacked`, whose files it shares.
 */
export const makeReleaseProgram = (unpacked: string) => {
  const folder = mkdtempSync(`${unpacked}-release-`);
  execFileSync('cp', ['--archive', '--link', `${unpacked}/.`, folder]);
  const archive = path.join(folder, 'resources/app.asar');
  const bytes = readFileSync(archive);
  const at = bytes.toString('latin1').search(MARK);
  if (at === -1) throw new Error('the package was not made with the test runtime');
  bytes.write(WITHOUT, at);
  rmSync(archive);
  writeFileSync(archive, bytes);
  return {
    executable: path.join(folder, 'remote-service'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
