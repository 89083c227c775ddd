import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';

export const LICENCE_FILE = 'prismadirect.lic';

/** A folder of its own for one run of the program: data folder, licence folder, vendor profile and environment. */
export interface ProgramFolder {
  base: string;
  /** REMOTE_SERVICE_HOME; not made yet, so that a first run starts with nothing. */
  home: string;
  /** A licence folder with the file a customer already has. */
  licences: string;
  licenceFile: string;
  env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

/**
 * Makes the folder. Nothing of the account that runs the tests shines through: home, desktop, language and bus are
 * given, the bus being one that is not there.
 */
export function createProgramFolder(vendorProfile: unknown): ProgramFolder {
  const base = mkdtempSync(path.join(tmpdir(), 'rs-'));
  const home = path.join(base, 'data');
  const licences = path.join(base, 'licences');
  const account = path.join(base, 'account');
  const vendor = path.join(base, 'vendor.json');
  for (const folder of [licences, account]) mkdirSync(folder, { mode: 0o700 });
  const licenceFile = path.join(licences, LICENCE_FILE);
  writeFileSync(licenceFile, demoLicenceFile());
  writeFileSync(vendor, JSON.stringify(vendorProfile), { mode: 0o600 });
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    DISPLAY: process.env['DISPLAY'],
    HOME: account,
    XDG_RUNTIME_DIR: account,
    LANG: 'en_GB.UTF-8',
    LANGUAGE: 'en_GB',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    NO_AT_BRIDGE: '1',
    REMOTE_SERVICE_HOME: home,
    REMOTE_SERVICE_VENDOR: vendor,
  };
  // A process that was just killed may still finish a write: `rm` tries again while something appears.
  const remove = () => rm(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  return { base, home, licences, licenceFile, env, remove };
}

/** Lets every account walk to the data folder, so that only its own permissions are left to keep strangers out. */
export function openTheWayTo(folder: ProgramFolder): void {
  chmodSync(folder.base, 0o755);
}
