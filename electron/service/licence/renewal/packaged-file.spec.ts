import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  flexnetText,
  licenceClaims,
  licencePackage,
  TEST_SERIAL,
} from '@electron/service/licence/licence-packages.fixture';
import { LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';

let t: LicenceJobTestEnvironment;
beforeEach(() => {
  t = new LicenceJobTestEnvironment();
});
afterEach(() => t.end());

const good = flexnetText(40);
const packed = (content: string, changes: Record<string, unknown> = {}) =>
  licenceClaims(4, { file: { name: 'x.lic', content }, ...changes });

/** Files that no licence server can use, with what is said of each. */
const UNUSABLE: [name: string, content: string, code: string, line: number | null, word: string | null][] = [
  ['over', flexnetText(40, '01-nov-2026'), 'flexnet-ended', null, '2026-11-01'],
  [
    'not yet in force',
    good.replace('SIGN=', 'START=01-jan-2027 SIGN='),
    'flexnet-not-yet',
    null,
    '2027-01-01',
  ],
  ['unsigned', good.replace(' SIGN="00AA"', ''), 'flexnet-signature-missing', 4, 'webshop'],
  ['cut off within a line', good.slice(0, good.indexOf('00AA') + 2), 'flexnet-quote-open', 4, 'INCREMENT'],
  [
    'cut off behind a backslash',
    good.replace('SIGN="00AA"', '\\'),
    'flexnet-line-unfinished',
    4,
    'INCREMENT',
  ],
  ['for another machine', flexnetText(40, '31-dec-2027', 'FFFFFFFFFFFF'), 'wrong-host', null, null],
  [
    'of another serial number',
    flexnetText(40, '31-dec-2027', '0A1B2C3D4E5F', 'PD-9999-0000'),
    'wrong-serial-number',
    null,
    null,
  ],
  ['unreadable', good.replace('31-dec-2027', '31-feb-2027'), 'flexnet-date-invalid', 4, '31-feb-2027'],
  ['no licence file', 'Dear customer,\nplease find your licence attached.\n', 'flexnet-no-features', 1, ''],
];

const startedWithThree = async () => {
  t.withFile('one');
  const job = await t.start('one');
  t.shelf.put(licenceClaims(3));
  await job.check();
  t.audited = [];
  t.shelf.reports.length = 0;
  return job;
};

describe('a signed package around a file that is', () => {
  it.each(UNUSABLE)('%s, from the back office, is refused, told and reported', async (...row) => {
    const [, content, code, line, word] = row;
    const job = await startedWithThree();
    const claims = packed(content);
    t.shelf.put(claims);
    expect(await job.check()).toBe('refused');
    expect(await job.check()).toBe('refused');
    expect(t.live('one')).toBe(flexnetText(30));
    expect(t.stateOf('one')).toMatchObject({ state: 'up-to-date', sequence: 3 });
    expect(t.status?.refusedLicence).toMatchObject({ code, line, word, sequence: 4 });
    expect(t.status?.newestLicence?.sequence).toBe(3);
    expect(t.kinds()).toEqual(['licence-refused']);
    expect(t.audited[0]?.detail).toMatchObject({ code, sequence: 4 });
    const { licenceId } = claims;
    await vi.waitFor(() =>
      expect(t.shelf.reports).toContainEqual({ licenceId, sequence: 4, verdict: code, results: [] }),
    );
  });

  it.each(UNUSABLE)('%s, brought by a person, is refused, told and reported', async (...row) => {
    const [, content, code, line, word] = row;
    const job = await startedWithThree();
    const claims = packed(content);
    expect(await job.installPackage(licencePackage(claims))).toEqual({
      ...{ outcome: code, sequence: null },
      ...{ line, word },
    });
    expect(t.live('one')).toBe(flexnetText(30));
    expect(t.status?.newestLicence?.sequence).toBe(3);
    expect(t.kinds()).toEqual(['licence-refused']);
    const { licenceId } = claims;
    await vi.waitFor(() =>
      expect(t.shelf.reports).toContainEqual({ licenceId, sequence: 4, verdict: code, results: [] }),
    );
  });

  it('not for the machine that has no file yet is refused where its host id is known', async () => {
    mkdirSync(t.folderOf('one'));
    const job = await t.start();
    await job.apply([{ ...t.server('one'), hostId: '0a-1b-2c-3d-4e-60' }]);
    const claims = packed(good, { hostIds: ['ANY'] });
    expect(await job.installPackage(licencePackage(claims))).toMatchObject({ outcome: 'wrong-host' });
    const other = packed(flexnetText(40, '31-dec-2027', '0A1B2C3D4E60'), { hostIds: ['ANY'] });
    expect(await job.installPackage(licencePackage(other))).toMatchObject({ outcome: 'ok' });
  });

  it('for one of two machines is taken', async () => {
    t.withFile('one');
    t.withFile('two', flexnetText(5, '31-dec-2027', '0A1B2C3D4E60'));
    const job = await t.start('one', 'two');
    const claims = packed(flexnetText(40, '31-dec-2027', '0A1B2C3D4E60'), { hostIds: ['ANY'] });
    expect(await job.installPackage(licencePackage(claims))).toMatchObject({ outcome: 'ok' });
  });

  it('without a serial number is taken by that of the package', async () => {
    const job = await startedWithThree();
    const claims = packed(good.replace(` SN=${TEST_SERIAL}`, ''));
    expect(await job.installPackage(licencePackage(claims))).toMatchObject({ outcome: 'ok' });
  });
});

it('a package that is held already does not bring back a file that has ended since', async () => {
  t.withFile('one');
  const job = await t.start('one');
  const claims = packed(flexnetText(40, '05-nov-2026'), { expiresOn: null });
  expect(await job.installPackage(licencePackage(claims))).toMatchObject({ outcome: 'ok' });
  t.now += 10 * 86_400_000;
  const file = { bytes: new TextEncoder().encode(flexnetText(50)), acceptsLess: true };
  expect(await job.manual.installFile('id-one', file)).toMatchObject({ outcome: 'ok' });
  expect(await job.installPackage(licencePackage(claims))).toMatchObject({ outcome: 'flexnet-ended' });
  expect(t.live('one')).toBe(flexnetText(50));
});

it('a package that begins later is taken when its day has come', async () => {
  const job = await startedWithThree();
  t.shelf.put(packed(good.replace('SIGN=', 'START=03-nov-2026 SIGN=')));
  expect(await job.check()).toBe('refused');
  t.now += 86_400_000;
  t.shelf.indexChanges = { freshUntil: new Date(t.now + 3_600_000).toISOString() };
  expect(await job.check()).toBe('accepted');
  expect(t.status?.refusedLicence).toBeNull();
});
