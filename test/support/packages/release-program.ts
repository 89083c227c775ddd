import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How the version ends in a package that was made with the test runtime, and as long a text that does not say it. */
const MARK = /(?<=\d)-test-runtime"/;
const WITHOUT = '-called-final';

/**
 * The unpacked program as a release takes itself to be one: the same, but for the mark in its version. Every account of
 * the machine can run it, with Chromium's own helper for the sandbox where it is root that makes it.
 */
export const makeReleaseProgram = (unpacked: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  execFileSync('cp', ['--archive', `${unpacked}/.`, folder]);
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) chmodSync(path.join(folder, 'chrome-sandbox'), 0o4755);
  const archive = path.join(folder, 'resources/app.asar');
  const bytes = readFileSync(archive);
  const at = bytes.toString('latin1').search(MARK);
  if (at === -1) throw new Error('the package was not made with the test runtime');
  bytes.write(WITHOUT, at);
  writeFileSync(archive, bytes);
  return {
    folder,
    executable: path.join(folder, 'remote-service'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
