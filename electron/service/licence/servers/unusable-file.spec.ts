import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';
import {
  flexnetText,
  licenceClaims,
  licencePackage,
} from '@electron/service/licence/licence-packages.fixture';

let t: LicenceJobTestEnvironment;
beforeEach(() => {
  t = new LicenceJobTestEnvironment();
});
afterEach(() => t.end());

const noticesOf = () => t.status?.notices.map(({ code }) => code);
const withLine = (line: string) => `${flexnetText(5).trimEnd()}\n${line}\n`;

describe('a licence file that no licence server can use', () => {
  it.each([
    ['a day that is none', flexnetText(5, '31-feb-2027'), 'flexnet-date-invalid', 4, '31-feb-2027'],
    ['no signature', flexnetText(5).replace(/ SIGN=.*/, ''), 'flexnet-signature-missing', 4, 'webshop'],
    [
      'a line cut off',
      withLine('INCREMENT accounting oce'),
      'flexnet-fields-missing',
      5,
      'INCREMENT accounting oce',
    ],
    ['two files in one', `${flexnetText(5)}${flexnetText(6)}`, 'flexnet-server-count', 5, '2'],
    ['all of it over', flexnetText(5, '31-oct-2026'), 'flexnet-ended', null, '2026-10-31'],
    [
      'a start to come',
      withLine('').replace(' SN=', ' START=01-jan-2028 SN='),
      'flexnet-not-yet',
      null,
      '2028-01-01',
    ],
  ])('is named, with %s', async (_what, text, code, line, word) => {
    t.withFile('one', text);
    await t.start('one');
    expect(t.stateOf('one')).toMatchObject({ state: 'unusable', flaw: { code, line, word } });
    expect(noticesOf()).toContain('licence-file-unusable');
  });

  it('gives no serial number where its lines are in doubt', async () => {
    t.withFile('one', `${flexnetText(5)}INCREMENT x\n`);
    await t.start('one');
    expect(t.status?.serialNumber.value).toBeNull();
  });
});

it('is over with the day, though nothing about the file has changed', async () => {
  t.withFile('one', flexnetText(5, '10-nov-2026'));
  const job = await t.start('one');
  job.setWarningDays([30]);
  expect(t.stateOf('one')).toMatchObject({ state: 'up-to-date', flaw: null });
  t.now = Date.parse('2026-11-11T00:00:30Z');
  job.checkDates();
  expect(t.stateOf('one')).toMatchObject({ state: 'unusable', flaw: { code: 'flexnet-ended' } });
  expect(noticesOf()).toEqual(expect.arrayContaining(['licence-expired', 'licence-file-unusable']));
});

it('begins with its first day', async () => {
  t.withFile('one', flexnetText(5).replace(' SN=', ' START=11-nov-2026 SN='));
  const job = await t.start('one');
  job.setWarningDays([30]);
  expect(t.stateOf('one')?.state).toBe('unusable');
  t.now = Date.parse('2026-11-11T00:00:30Z');
  job.checkDates();
  expect(t.stateOf('one')).toMatchObject({ state: 'up-to-date', flaw: null });
});

it('warns of the day that comes first, also without a serial number', async () => {
  const lines = flexnetText(5, 'permanent').replace(/ SN=\S+/, '');
  t.withFile('one', `${lines}INCREMENT accounting ocelicd 1.0 20-nov-2026 2 SIGN="00AA"\n`);
  await t.start('one');
  expect(t.status?.licence).toMatchObject({ serialNumber: null, expiresOn: '2026-11-20' });
  expect(noticesOf()).toContain('licence-expires-soon');
});

it('warns of the end of the file where the package says none, or a later one', async () => {
  t.withFile('one');
  const job = await t.start('one');
  job.setWarningDays([30]);
  const file = { name: 'x.lic', content: flexnetText(9, '20-nov-2026') };
  await job.installPackage(licencePackage(licenceClaims(3, { expiresOn: null, file })));
  expect(t.status?.licence).toMatchObject({ sequence: 3, expiresOn: '2026-11-20' });
  expect(noticesOf()).toContain('licence-expires-soon');
});

it('says of a file that a person has put there that it has ended', async () => {
  t.withFile('one');
  const job = await t.start('one');
  job.setWarningDays([30]);
  await job.installPackage(licencePackage(licenceClaims(3)));
  const bytes = new TextEncoder().encode(flexnetText(30, '10-nov-2026'));
  expect(await job.manual.installFile('id-one', { bytes, acceptsLess: true })).toMatchObject({
    outcome: 'ok',
  });
  expect(noticesOf()).not.toContain('licence-file-unusable');
  t.now = Date.parse('2026-11-11T00:00:30Z');
  job.checkDates();
  expect(t.stateOf('one')).toMatchObject({ state: 'kept-by-hand', flaw: { code: 'flexnet-ended' } });
  expect(noticesOf()).toContain('licence-file-unusable');
});

it('shows all serial numbers that are in force', async () => {
  t.withFile('one', `${flexnetText(5)}INCREMENT accounting ocelicd 1.0 permanent 2 SN=PD-2 SIGN="00AA"\n`);
  await t.start('one');
  const { installed } = t.stateOf('one') ?? {};
  expect(installed?.serialNumbers).toEqual([installed?.serialNumber, 'PD-2']);
});
