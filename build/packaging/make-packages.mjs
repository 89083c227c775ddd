import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBundle } from '../bundle.mjs';
import { findRuntime } from '../runtime/find-runtime.mjs';
import { ofThisClone, withLock } from '../setup/lock.mjs';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError, say } from '../setup/report.mjs';
import { installSystemPackages, packagingTools } from '../setup/system-packages.mjs';
import { layOutApplication } from './application.mjs';
import { runBuilder } from './builder.mjs';
import { linuxConfiguration, windowsConfiguration } from './configuration.mjs';
import { writeIcons } from './icons.mjs';
import { linuxFiles, linuxScripts } from './linux-files.mjs';
import { linuxTools } from './linux-tools.mjs';
import { readProduct } from './product.mjs';
import { writeBillOfMaterials } from './bill-of-materials.mjs';
import { buildUnpacked } from './unpacked.mjs';
import { layOutWindowsFiles } from './windows-files.mjs';

const STAGING = path.join(REPOSITORY, 'node_modules/.cache/packaging');
const PLACES = {
  staging: STAGING,
  application: path.join(STAGING, 'application'),
  icons: path.join(STAGING, 'icons'),
  // electron-builder looks for icons of its own choice in here; there are none.
  resources: path.join(STAGING, 'resources'),
  output: path.join(REPOSITORY, 'dist'),
};
const PACKAGE = /\.(deb|rpm|AppImage|exe|json)$/;

/** Makes the chosen packages in `dist/` anew; gives the files that were made. */
export async function makePackages({ linux, windows }) {
  const runtime = await findRuntime();
  await ensureBundle();
  const product = readProduct(runtime);
  if (!runtime.official)
    say(`Electron ${runtime.version}: test runtime, not for release; the version says so.`);
  return withLock(ofThisClone('package'), async () => {
    mkdirSync(PLACES.staging, { recursive: true });
    rmSync(PLACES.output, { recursive: true, force: true });
    mkdirSync(PLACES.output);
    writeIcons(PLACES.icons);
    if (linux.length > 0) await makeLinuxPackages(product, runtime, linux);
    if (windows) await makeWindowsInstaller(product, runtime);
    await writeBillOfMaterials(product, runtime, PLACES.output);
    rmSync(path.join(PLACES.output, 'builder-debug.yml'), { force: true });
    const names = readdirSync(PLACES.output).filter((name) => PACKAGE.test(name));
    return names
      .map((name) => path.join(PLACES.output, name))
      .concat(linux.includes('dir') ? [unpackedFolder()] : []);
  });
}

function unpackedFolder() {
  return path.join(PLACES.output, 'linux-unpacked');
}

async function makeLinuxPackages(product, runtime, chosen) {
  const targets = chosen.filter((name) => name !== 'dir');
  if (!runtime.official) await installSystemPackages(packagingTools(targets));
  layOutApplication(PLACES.application, product, 'linux');
  const parts = {
    scripts: linuxScripts(product, PLACES),
    files: await linuxFiles(product, runtime, PLACES),
  };
  // The runtime is taken as it lies there; the official one of another platform is downloaded.
  const folder = path.dirname(runtime.executable);
  const configuration = linuxConfiguration(product, { ...runtime, folder }, PLACES, parts);
  const unpacked = await buildUnpacked(PLACES, configuration);
  if (targets.length === 0) return;
  const tools = await linuxTools(runtime, PLACES);
  await runBuilder({
    places: PLACES,
    configuration,
    targets: ['--linux', ...targets],
    prepackaged: unpacked,
    tools,
  });
}

async function makeWindowsInstaller(product, runtime) {
  if (!runtime.official) {
    throw new PlainError(
      'The Windows installer needs the official Electron for Windows, and its download is refused here.',
    );
  }
  layOutApplication(PLACES.application, product, 'win32');
  const host = await layOutWindowsFiles(product, PLACES);
  const configuration = windowsConfiguration(product, runtime, PLACES, host);
  await runBuilder({ places: PLACES, configuration, targets: ['--win', 'nsis'] });
}
