import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBundle } from '../bundle.mjs';
import { findRuntime } from '../runtime/find-runtime.mjs';
import { ofThisClone, withLock } from '../setup/lock.mjs';
import { REPOSITORY } from '../setup/paths.mjs';
import { say } from '../setup/report.mjs';
import { installSystemPackages, packagingTools } from '../setup/system-packages.mjs';
import { layOutApplication } from './application.mjs';
import { runBuilder } from './builder.mjs';
import { linuxConfiguration } from './configuration.mjs';
import { writeIcons } from './icons.mjs';
import { linuxFiles, linuxScripts } from './linux-files.mjs';
import { linuxTools } from './linux-tools.mjs';
import { readProduct } from './product.mjs';
import { refuseUnfitRelease } from './release-guard.mjs';
import { signPackages } from './sign-packages.mjs';
import { writeBillOfMaterials } from './bill-of-materials.mjs';
import { buildUnpacked } from './unpacked.mjs';
import { makeWindowsPackages } from './windows-packages.mjs';

const STAGING = path.join(REPOSITORY, 'node_modules/.cache/packaging');
const PACKAGE = /\.(deb|rpm|AppImage|exe|msi|cdx\.json)$/;

/**
 * Makes the chosen packages anew in the folder `output`; gives what was made. With `reuse`, what lies there is taken when
 * it was made from the present sources. With the official runtime they are a release, which has to be fit for customers,
 * unless a `trial` is asked for.
 */
export async function makePackages({ linux, windows, output, reuse, trial }) {
  const runtime = await findRuntime();
  const isRelease = runtime.official && !trial;
  if (isRelease)
    refuseUnfitRelease([...(linux.length > 0 ? ['linux'] : []), ...(windows.length > 0 ? ['windows'] : [])]);
  await ensureBundle();
  const product = readProduct({ official: isRelease });
  // dpkg-deb, rpmbuild and mksquashfs take their times from it, where a file of theirs has none.
  process.env.SOURCE_DATE_EPOCH = product.epoch;
  if (!isRelease) say(`Electron ${runtime.version}: a trial, not for release; the version says so.`);
  const places = placesFor(output);
  return withLock(ofThisClone('package'), async () => {
    const stamp = path.join(output, 'sources.sha256');
    const sources = sourcesOf({ linux, windows, runtime, isRelease }, product);
    if (!reuse || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
      rmSync(output, { recursive: true, force: true });
      mkdirSync(output, { recursive: true });
      mkdirSync(STAGING, { recursive: true });
      await makeAll(product, runtime, places, { linux, windows, isRelease });
      // A release for Windows alone may do without: its installer carries its own signature.
      const key = process.env.PACKAGE_SIGNING_KEY;
      if (isRelease && key) await signPackages(output, readdirSync(output), key);
      writeFileSync(stamp, sources);
    }
    const names = readdirSync(output).filter((name) => PACKAGE.test(name));
    return [...names, ...(linux.includes('dir') ? ['linux-unpacked'] : [])].map((name) =>
      path.join(output, name),
    );
  });
}

async function makeAll(product, runtime, places, { linux, windows, isRelease }) {
  writeIcons(places.icons);
  if (linux.length > 0) await makeLinuxPackages(product, runtime, places, linux);
  if (windows.length > 0)
    await makeWindowsPackages(product, runtime, places, { targets: windows, isRelease });
  await writeBillOfMaterials(product, runtime, places.output);
  rmSync(path.join(places.output, 'builder-debug.yml'), { force: true });
}

function placesFor(output) {
  return {
    staging: STAGING,
    application: path.join(STAGING, 'application'),
    icons: path.join(STAGING, 'icons'),
    // electron-builder looks for icons of its own choice in here; there are none.
    resources: path.join(STAGING, 'resources'),
    output,
  };
}

/** The inputs that decide the content of a package: the bundle, by its own stamp, and everything in `build/`. */
function sourcesOf(choice, product) {
  const hash = createHash('sha256').update(JSON.stringify([choice, product.epoch]));
  for (const name of ['out/sources.sha256', 'CHANGELOG.md', 'LICENSE', 'package-lock.json']) {
    hash.update(readFileSync(path.join(REPOSITORY, name)));
  }
  const names = readdirSync(path.join(REPOSITORY, 'build'), { recursive: true });
  for (const name of names.sort()) {
    const { size, mtimeMs } = statSync(path.join(REPOSITORY, 'build', name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function makeLinuxPackages(product, runtime, places, chosen) {
  const targets = chosen.filter((name) => name !== 'dir');
  await installSystemPackages(
    packagingTools(['dir', ...targets.filter((name) => !runtime.official || name !== 'AppImage')]),
  );
  layOutApplication(places.application, product, 'linux');
  const parts = {
    scripts: linuxScripts(product, places),
    files: await linuxFiles(product, runtime, places),
  };
  // The runtime is taken as it lies there; the official one of another platform is downloaded.
  const folder = path.dirname(runtime.executable);
  const configuration = linuxConfiguration(product, { ...runtime, folder }, places, parts);
  const unpacked = await buildUnpacked(places, configuration);
  if (targets.length === 0) return;
  const tools = await linuxTools(runtime, places, targets);
  await runBuilder({
    places,
    configuration,
    targets: ['--linux', ...targets],
    prepackaged: unpacked,
    tools,
  });
}
