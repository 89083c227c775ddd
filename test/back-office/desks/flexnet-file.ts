import { createHash } from 'node:crypto';
import { flexNetDate, today } from './dates';
import type { LicenceClaims } from '../data/office-data';

type FileFacts = Pick<
  LicenceClaims,
  'serialNumber' | 'customer' | 'expiresOn' | 'maintenanceUntil' | 'users' | 'features'
> & { issuedOn: string; hostId?: string };

/** A NOTICE is one quoted string: what would end it or the line is left out. */
const quotable = (text: string) => text.replaceAll(/["\\\p{Cc}]/gu, ' ').trim();

/** Four groups that look like a FlexNet signature; the vendor's own licence generator makes the real one. */
function signature(...parts: string[]): string {
  const digest = createHash('sha256').update(parts.join('|')).digest('hex').toUpperCase();
  return [0, 4, 8, 12].map((at) => digest.slice(at, at + 4)).join(' ');
}

/** The plain-text FlexNet licence file. A feature of quantity 1 is for everybody: its count is the number of users. */
export function flexNetFile(facts: FileFacts): string {
  const { serialNumber, customer, users, hostId = '0A1B2C3D4E5F' } = facts;
  const version = facts.maintenanceUntil.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1.$2$3');
  const increments = facts.features.map((feature) => {
    const last = feature.expiresOn ?? facts.expiresOn;
    const expiry = last === null ? 'permanent' : flexNetDate(last);
    const count = feature.quantity > 1 ? feature.quantity : users;
    return (
      `INCREMENT ${feature.id} ocelicd ${version} ${expiry} ${count} \\\n` +
      `\tHOSTID=ANY SN=${serialNumber} ISSUED=${flexNetDate(facts.issuedOn)} \\\n` +
      `\tNOTICE="${quotable(customer.name)}" SIGN="${signature(serialNumber, feature.id, version, expiry, `${count}`)}"\n`
    );
  });
  return `# PRISMAdirect licence file\nSERVER printsrv01 ${hostId} 27000\nVENDOR ocelicd PORT=27010\nUSE_SERVER\n${increments.join('')}`;
}

export const DEMO_SERIAL_NUMBER = 'PD-0042-7781';
export const DEMO_CUSTOMER = { id: 'C-1001', name: 'Druckhaus Beispiel' };

export const demoFeatures = () => [
  { id: 'webshop', name: 'Web shop', quantity: 1, expiresOn: null },
  { id: 'accounting', name: 'Accounting', quantity: 1, expiresOn: null },
];

/**
 * The file a customer already has before the first licence package: 25 users, running out in 30 days.
 * Put it into the licence folder of a demo or a test; the serial number is read from it.
 */
export function demoLicenceFile(changes: Partial<FileFacts> = {}): string {
  return flexNetFile({
    serialNumber: DEMO_SERIAL_NUMBER,
    customer: DEMO_CUSTOMER,
    expiresOn: today(30),
    maintenanceUntil: today(14),
    users: 25,
    features: demoFeatures(),
    issuedOn: today(-335),
    ...changes,
  });
}
