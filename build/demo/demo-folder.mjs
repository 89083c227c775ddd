import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

const ROOT = path.join(REPOSITORY, '.demo');

/** A licence folder whose name says nothing of the machine on which pictures for everybody are taken. */
export const NEUTRAL_LICENCES = path.join(tmpdir(), 'licence-server');

/** The demo's files: made anew at each start, because the back office behind them is new as well. */
export function makeDemoFolder({ vendorProfile, licenceFile, licences = path.join(ROOT, 'licences') }) {
  const folder = {
    home: path.join(ROOT, 'home'),
    licences,
    licenceFile: path.join(licences, 'prismadirect.lic'),
    screenshots: path.join(ROOT, 'screenshots'),
    vendorFile: path.join(ROOT, 'vendor.json'),
  };
  for (const made of [ROOT, licences]) rmSync(made, { recursive: true, force: true });
  mkdirSync(ROOT, { mode: 0o700 });
  for (const name of ['home', 'licences']) mkdirSync(folder[name], { mode: 0o700 });
  writeFileSync(folder.vendorFile, JSON.stringify(vendorProfile));
  writeFileSync(folder.licenceFile, licenceFile);
  return folder;
}
