import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

const ROOT = path.join(REPOSITORY, '.demo');

/** The demo's files: made anew at each start, because the back office behind them is new as well. */
export function makeDemoFolder({ vendorProfile, licenceFile }) {
  const folder = {
    home: path.join(ROOT, 'home'),
    licences: path.join(ROOT, 'licences'),
    licenceFile: path.join(ROOT, 'licences/prismadirect.lic'),
    screenshots: path.join(ROOT, 'screenshots'),
    vendorFile: path.join(ROOT, 'vendor.json'),
  };
  rmSync(ROOT, { recursive: true, force: true });
  mkdirSync(ROOT, { mode: 0o700 });
  for (const name of ['home', 'licences']) mkdirSync(folder[name], { mode: 0o700 });
  writeFileSync(folder.vendorFile, JSON.stringify(vendorProfile));
  writeFileSync(folder.licenceFile, licenceFile);
  return folder;
}
