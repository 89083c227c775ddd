import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { compileConsole, compileHost, CONSOLE_PLACE, HOST_FILE } from '../windows/compile-host.mjs';

const WINDOWS = path.join(REPOSITORY, 'build/windows');

/**
 * Lays out what the installer's script includes, and the native programs, whose places are returned; `compiled` is a helper that is
 * there.
 */
export async function layOutWindowsFiles(product, places, compiled) {
  mkdirSync(places.resources, { recursive: true });
  for (const name of ['installer.nsh', 'service.nsh']) {
    copyFileSync(path.join(WINDOWS, name), path.join(places.resources, name));
  }
  // electron-builder defines the version itself.
  writeFileSync(path.join(places.resources, 'release.nsh'), `!define RELEASED "${product.released}"\n`);
  const host = path.join(places.resources, HOST_FILE);
  if (compiled === undefined)
    await compileHost({ folder: path.join(places.staging, 'host'), output: host, product });
  else copyFileSync(compiled, host);
  const console = path.join(places.resources, CONSOLE_PLACE);
  await compileConsole({ folder: path.join(places.staging, 'console'), output: console, product });
  return [
    { from: host, to: HOST_FILE },
    { from: console, to: CONSOLE_PLACE },
  ];
}
