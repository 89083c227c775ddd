import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { NAME } from './product.mjs';

const KEYRING = 'node_modules/@napi-rs/keyring';
/** The addon per platform, as its package and its file are named. */
const ADDONS = { linux: 'linux-x64-gnu', win32: 'win32-x64-msvc' };

/**
 * Lays out in `folder` exactly what goes into the archive of the program, and nothing that electron-builder would have
 * to choose from: the bundle, the vendor profile, the one native addon, and a package.json without development.
 */
export function layOutApplication(folder, product, platform) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['main', 'preload', 'renderer']) copy(path.join('out', part), folder);
  copy('build/vendor.json', folder);
  copyKeyring(folder, platform);
  const { version, productName, description, license, main, homepage, vendorName } = product;
  const content = { name: NAME, productName, version, description, license, homepage, main };
  const metadata = { ...content, author: vendorName, type: 'module', desktopName: `${NAME}.desktop` };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(metadata, null, 2)}\n`);
}

function copy(name, folder) {
  cpSync(path.join(REPOSITORY, name), path.join(folder, name), { recursive: true });
}

function copyKeyring(folder, platform) {
  const addon = `${KEYRING}-${ADDONS[platform]}`;
  if (!existsSync(path.join(REPOSITORY, addon))) {
    throw new PlainError(
      `${addon} is missing: npm installs it only on its own platform. ` +
        `Install it with "npm install --no-save --force @napi-rs/keyring-${ADDONS[platform]}".`,
    );
  }
  for (const name of ['index.js', 'package.json', 'LICENSE']) copy(path.join(KEYRING, name), folder);
  for (const name of readdirSync(path.join(REPOSITORY, addon))) {
    if (/\.node$|^package\.json$|^LICENSE/.test(name)) copy(path.join(addon, name), folder);
  }
}
