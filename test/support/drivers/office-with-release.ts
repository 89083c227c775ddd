import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startBackOffice } from '../../back-office/back-office';
import { today } from '../../back-office/desks/dates';

/**
 * Started inside a box: a back office that offers one installer for Linux, to installations whose maintenance covers it.
 *   office-with-release.ts FOLDER FILE VERSION
 * Leaves `vendor.json` in FOLDER, prints who to register as, and stays.
 */
const [folder = '', file = '', version = ''] = process.argv.slice(2);

const office = await startBackOffice();
office.publishRelease({
  ...{ version, releasedOn: today(), backdatedTo: null, severity: 'normal', platform: 'linux-x64' },
  ...{ fileName: path.basename(file), notes: { en: 'Notes' }, content: readFileSync(file) },
});
office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: today(500) });
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'vendor.json'), JSON.stringify(office.vendorProfile));
process.stdout.write(`${JSON.stringify(office.organisation)}\n`);
