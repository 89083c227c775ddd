import { rmSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../setup/report.mjs';
import { installSystemPackages, packagingTools } from '../setup/system-packages.mjs';
import { makeMsi } from '../windows/msi/make-msi.mjs';
import { layOutApplication } from './application.mjs';
import { runBuilder } from './builder.mjs';
import { windowsConfiguration } from './configuration.mjs';
import { APPLICATION_ID, NAME, SETUP_ID } from './product.mjs';
import { signMsi } from './sign-msi.mjs';
import { layOutWindowsFiles } from './windows-files.mjs';
import { writeWindowsManifests } from './windows-manifests.mjs';

/** The packages for Windows: all of them from one unpacked build, as the Linux packages are. */
export async function makeWindowsPackages(product, runtime, places, { targets, isRelease }) {
  if (!runtime.official) {
    throw new PlainError(
      'The Windows packages need the official Electron for Windows, and its download is refused here.',
    );
  }
  await installSystemPackages(packagingTools(targets));
  layOutApplication(places.application, product, 'win32');
  const nativePrograms = await layOutWindowsFiles(product, places);
  const configuration = {
    ...windowsConfiguration(product, runtime, places, nativePrograms),
    forceCodeSigning: isRelease,
  };
  await runBuilder({ places, configuration, targets: ['--win', 'dir'] });
  const unpacked = path.join(places.output, 'win-unpacked');
  await packageForWindows({ product, places, configuration, unpacked, targets });
  rmSync(unpacked, { recursive: true, force: true });
}

/** The installers of an unpacked program, with the manifests of the package managers beside them; `tools` as in `runBuilder`. */
export async function packageForWindows({ product, places, configuration, unpacked, targets, tools }) {
  const made = {};
  if (targets.includes('nsis')) {
    await runBuilder({ places, configuration, targets: ['--win', 'nsis'], prepackaged: unpacked, tools });
    made.setup = path.join(places.output, `${NAME}-setup-${product.version}.exe`);
  }
  if (targets.includes('msi')) {
    const output = path.join(places.output, `${NAME}-${product.version}.msi`);
    made.productCode = await makeMsi({
      ...{ product, output, folder: unpacked, staging: path.join(places.staging, 'msi') },
      ...{ icon: path.join(places.icons, 'icon.ico'), setupId: SETUP_ID, applicationId: APPLICATION_ID },
    });
    await signMsi(output, { product, staging: places.staging, environment: process.env });
    made.msi = output;
  }
  if (made.msi !== undefined) writeWindowsManifests(product, made, places.output);
}
