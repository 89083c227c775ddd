import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const WINDOWS = path.join(REPOSITORY, 'build/windows');
const COMPILER = 'x86_64-w64-mingw32-gcc';
const HOST_SOURCES = ['service-host.c', 'pipe-access.c'].map((name) => path.join(WINDOWS, name));
const FLAGS = ['-municode', '-mwindows', '-O2', '-s', '-Wall', '-Wextra', '-Werror'];

/** Lays out what the installer's script includes, and the program that answers the service manager. */
export async function layOutWindowsFiles(product, places) {
  mkdirSync(places.resources, { recursive: true });
  for (const name of ['installer.nsh', 'service.nsh']) {
    copyFileSync(path.join(WINDOWS, name), path.join(places.resources, name));
  }
  // electron-builder defines the version itself.
  writeFileSync(path.join(places.resources, 'release.nsh'), `!define RELEASED "${product.released}"\n`);
  const host = path.join(places.resources, 'remote-service-host.exe');
  const { code } = await run(COMPILER, [...FLAGS, '-o', host, ...HOST_SOURCES]);
  if (code !== 0) throw new PlainError(`The service host needs ${COMPILER}: see the messages above.`);
  return host;
}
