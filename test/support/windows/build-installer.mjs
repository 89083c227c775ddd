// Makes a package for Windows as a release is made, around a program that stands in for the real one:
//   node build-installer.mjs VERSION FOLDER HELPER nsis|msi
// FOLDER holds what `installer-workshop.ts` put there; the package comes to lie in its `out`.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { windowsConfiguration } from '../../../build/packaging/configuration.mjs';
import { writeIcons } from '../../../build/packaging/icons.mjs';
import { NAME, readProduct } from '../../../build/packaging/product.mjs';
import { layOutWindowsFiles } from '../../../build/packaging/windows-files.mjs';
import { packageForWindows } from '../../../build/packaging/windows-packages.mjs';

const [version, folder, helper, target] = process.argv.slice(2);
const product = { ...readProduct({ official: true }), version };
const staging = path.join(folder, `staging-${version}`);
const places = {
  staging,
  application: path.join(staging, 'application'),
  icons: path.join(folder, 'icons'),
  resources: path.join(staging, 'resources'),
  output: path.join(folder, 'out'),
};
const unpacked = path.join(staging, 'unpacked');
for (const place of [...Object.values(places), unpacked]) mkdirSync(place, { recursive: true });

if (!existsSync(path.join(places.icons, 'icon.ico'))) writeIcons(places.icons);
const nativePrograms = await layOutWindowsFiles(product, places, helper);
const { description, vendorName: author } = product;
const manifest = { name: NAME, version, description, author, main: 'main.js' };
writeFileSync(path.join(places.application, 'package.json'), JSON.stringify(manifest));

cpSync(path.join(folder, 'program'), unpacked, { recursive: true });
for (const { from, to } of nativePrograms) cpSync(from, path.join(unpacked, to));
writeFileSync(path.join(unpacked, 'version'), version);

const tools = (name) => path.join(folder, 'tools', name);
await packageForWindows({
  ...{ product, places, unpacked },
  configuration: windowsConfiguration(product, { version: '0.0.0' }, places, nativePrograms),
  targets: [target],
  tools: {
    ELECTRON_BUILDER_NSIS_DIR: tools('nsis'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: tools('nsis-resources'),
    ELECTRON_BUILDER_7ZIP_PATH: tools('bin/7za'),
    PATH: `${tools('bin')}:${process.env.PATH}`,
  },
});
