import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LicenceFileProblemCode } from './text/problem';

const FOLDER = path.resolve(import.meta.dirname, '../../../../test/licences');

export const readLicenceFile = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)));
export const LICENCE_FOLDER = FOLDER;

/** Count and last usable day on 2 November 2026; null = without end. `name@vendor` where the vendor is another one. */
type ExpectedFeature = readonly [quantity: number | 'uncounted', expiresOn: string | null];
export interface ExpectedLicence {
  serial: string | null;
  servers: readonly (readonly [host: string, hostId: string, port: number | null])[];
  vendors: readonly (readonly [name: string, port: number | null])[];
  features: Readonly<Record<string, ExpectedFeature>>;
}

/** The expected reading of each file of `test/licences`. */
export const GOOD_FILES: Readonly<Record<string, ExpectedLicence>> = {
  'any-host.lic': {
    serial: 'PD-1',
    servers: [['this_host', 'ANY', null]],
    vendors: [['ocelicd', null]],
    features: { pd_base: [1, '2027-12-31'] },
  },
  'single-server.lic': {
    serial: 'PD-0042-7781',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'three-servers.lic': {
    serial: 'PD-3',
    servers: [
      ['alpha', '17007ea8', 27000],
      ['beta', '17007ea9', 27000],
      ['gamma', '17007eaa', 27000],
    ],
    vendors: [['ocelicd', 27010]],
    features: { webshop: [50, '2028-06-30'] },
  },
  'vendor-options.lic': {
    serial: 'PD-4',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27003]],
    vendors: [['ocelicd', 27011]],
    features: { webshop: [10, '2028-03-01'] },
  },
  'old-daemon-line.lic': {
    serial: 'PD-5',
    servers: [['printsrv01', '0A1B2C3D4E5F', 1700]],
    vendors: [['ocelicd', null]],
    features: { webshop: [4, '2029-01-01'] },
  },
  'daemon-fixed-port.lic': {
    serial: null,
    servers: [['printsrv01', '0A1B2C3D4E5F', null]],
    vendors: [['ocelicd', 27012]],
    features: { webshop: [4, '2029-01-01'] },
  },
  'permanent.lic': {
    serial: 'PD-7',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, null] },
  },
  'permanent-year-zero.lic': {
    serial: 'PD-8',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { a: [25, null], b: [5, null], c: [6, null] },
  },
  'uncounted.lic': {
    serial: 'PD-9',
    servers: [],
    vendors: [],
    features: { viewer: ['uncounted', '2027-12-31'] },
  },
  'uncounted-zero.lic': {
    serial: null,
    servers: [],
    vendors: [],
    features: { viewer: ['uncounted', '2027-12-31'] },
  },
  'host-id-types.lic': {
    serial: 'PD-11',
    servers: [['printsrv01', 'VM_UUID=42059A3C-DBF9-7F1A-9C37-EC6D9F3F1E1B', 27000]],
    vendors: [['ocelicd', null]],
    features: {
      a: [1, '2027-12-31'],
      b: [1, '2027-12-31'],
      c: [1, '2027-12-31'],
      d: [1, '2027-12-31'],
      e: [1, '2027-12-31'],
    },
  },
  'host-id-list.lic': {
    serial: 'PD-12',
    servers: [['192.168.10.4', '0a1b2c3d4e5f 0a1b2c3d4e60', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [8, '2027-12-31'] },
  },
  'tcp-port.lic': {
    serial: 'PD-13',
    servers: [['printsrv01', 'ANY', 27004]],
    vendors: [['ocelicd', 27013]],
    features: { webshop: [8, '2027-12-31'] },
  },
  'increments-add-up.lic': {
    serial: 'PD-14',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [40, '2027-06-30'] },
  },
  'first-feature-counts.lic': {
    serial: 'PD-15',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'superseded.lic': {
    serial: 'PD-16',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [60, '2027-12-31'] },
  },
  'superseded-by-name.lic': {
    serial: null,
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { accounting: [5, '2027-12-31'], webshop: [60, '2027-12-31'] },
  },
  'expired-beside-current.lic': {
    serial: null,
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [30, '2027-12-31'] },
  },
  'starts-later.lic': {
    serial: 'PD-19',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [30, '2027-12-31'] },
  },
  'package.lic': {
    serial: 'PD-20',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { pd_suite: [5, '2027-12-31'] },
  },
  'repeated-line.lic': {
    serial: 'PD-40',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [50, '2027-12-31'] },
  },
  'old-key-and-zero-signature.lic': {
    serial: 'PD-42',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'supersede-pooled.lic': {
    serial: 'PD-44',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [7, '2027-12-31'] },
  },
  'key-on-next-line.lic': {
    serial: null,
    servers: [['printsrv01', 'PTC_HOSTID=08-00-76-32-E4-22', 7788]],
    vendors: [['ocelicd', null]],
    features: { webshop: [5, null] },
  },
  'upgrade.lic': {
    serial: 'PD-21',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [5, '2028-01-01'] },
  },
  'versions-that-are-dates.lic': {
    serial: 'PD-22',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [1, '2027-12-31'], accounting: [2, '2027-12-31'], prepress: [3, '2027-12-31'] },
  },
  'continued-lines.lic': {
    serial: 'PD-23',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'windows-line-ends.lic': {
    serial: 'PD-24',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'blanks-behind-continuation.lic': {
    serial: 'PD-25',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'tabs-and-blanks.lic': {
    serial: 'PD-26',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'comments.lic': {
    serial: 'PD-27',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'any-case.lic': {
    serial: 'PD-28',
    servers: [['PrintSrv01', '0a1b2c3d4e5f', 27000]],
    vendors: [['OceLicD', null]],
    features: { WebShop: [30, '2027-12-31'] },
  },
  'accents.lic': {
    serial: 'PD-30',
    servers: [['büro-drucker', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'several-vendors.lic': {
    serial: 'PD-31',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [
      ['ocelicd', 27010],
      ['fontd', 27020],
    ],
    features: { webshop: [25, '2027-12-31'], 'webshop@fontd': [3, '2028-12-31'] },
  },
  'attributes.lic': {
    serial: 'PD-32',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2028-02-29'] },
  },
  'signatures-in-braces.lic': {
    serial: 'PD-33',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [1, null] },
  },
  'decimal-lines.lic': {
    serial: 'PD-34',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27000]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
  'use-server-first.lic': {
    serial: 'PD-36',
    servers: [['printsrv01', '0A1B2C3D4E5F', 27009]],
    vendors: [['ocelicd', null]],
    features: { webshop: [25, '2027-12-31'] },
  },
};

/** The error in each file of `test/licences/broken`, and its line. */
export const BROKEN_FILES: readonly (readonly [
  name: string,
  code: LicenceFileProblemCode,
  line: number,
  word: string,
])[] = [
  ['impossible-day.lic', 'flexnet-date-invalid', 4, '31-feb-2027'],
  ['leap-day-of-a-common-year.lic', 'flexnet-date-invalid', 4, '29-feb-2027'],
  ['day-in-another-order.lic', 'flexnet-date-invalid', 3, '2027-12-31'],
  ['number-pasted-into-another-code-page.lic', 'flexnet-blank-invalid', 4, 'SN=PD-0042\u200b-7781'],
  ['quoted-number-with-soft-hyphen.lic', 'flexnet-blank-invalid', 4, 'SN=PD-0042\u00ad-7781'],
  ['issued-on-no-day.lic', 'flexnet-date-invalid', 4, 'ISSUED=45-nov-2026'],
  ['two-digit-years.lic', 'flexnet-year-short', 3, '5-may-31'],
  ['escaped-quotes.lic', 'flexnet-quote-misplaced', 3, 'am'],
  ['count-in-words.lic', 'flexnet-count-invalid', 3, 'many'],
  ['negative-count.lic', 'flexnet-count-invalid', 3, '-5'],
  ['fields-missing.lic', 'flexnet-fields-missing', 3, 'INCREMENT a ocelicd 1.0'],
  ['server-without-host-id.lic', 'flexnet-server-incomplete', 1, 'SERVER printsrv01'],
  ['port-too-high.lic', 'flexnet-port-invalid', 1, '70000'],
  ['vendor-port-in-words.lic', 'flexnet-port-invalid', 2, 'PORT=any'],
  ['two-servers.lic', 'flexnet-server-count', 2, '2'],
  ['no-server.lic', 'flexnet-server-missing', 2, 'a'],
  ['vendor-missing.lic', 'flexnet-vendor-missing', 3, 'fontd'],
  ['quote-left-open.lic', 'flexnet-quote-open', 3, 'INCREMENT'],
  ['cut-off.lic', 'flexnet-line-unfinished', 3, 'INCREMENT'],
  ['no-features.lic', 'flexnet-no-features', 1, ''],
  ['a-letter.lic', 'flexnet-no-features', 1, ''],
  ['not-text.lic', 'flexnet-not-text', 3, ''],
  ['superseded-by-signature.lic', 'flexnet-word-unknown', 4, 'SUPERSEDE_SIGN=00AA11BB'],
  ['template.lic', 'flexnet-signature-missing', 3, 'webshop'],
  ['signature-cut-off.lic', 'flexnet-line-unfinished', 4, 'SIGN=0E1FCA7'],
  ['host-id-empty.lic', 'flexnet-host-id-missing', 3, 'webshop'],
  ['component-of-none.lic', 'flexnet-components-invalid', 3, 'accounting::0'],
  ['curly-quotes-of-windows.lic', 'flexnet-curly-quote', 3, 'SIGN=\u201c00AA\u201d'],
];
