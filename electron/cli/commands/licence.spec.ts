import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { LicenceServerStatus, LicenceSummary } from '@shared/domain/licence/licence-summary';
import { createCommandTestEnvironment } from '@electron/cli/command-environment.fixture';

const licences = path.resolve(import.meta.dirname, '../../../test/licences');
const folder = mkdtempSync(path.join(tmpdir(), 'licence-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const world = createCommandTestEnvironment(path.join(folder, 'home'));

describe('licence show FILE', () => {
  it('says what a FlexNet file holds', async () => {
    const { exitCode, out } = await world.run(
      'licence',
      'show',
      path.join(licences, 'increments-add-up.lic'),
      '--json',
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      file: {
        state: 'in-force',
        serialNumber: 'PD-14',
        serialNumbers: ['PD-14', 'PD-15'],
        expiresOn: '2027-06-30',
        servers: [{ host: 'printsrv01', hostId: '0A1B2C3D4E5F', port: 27000 }],
        vendors: [{ name: 'ocelicd', port: null }],
        features: [
          {
            ...{ id: 'webshop', name: 'webshop', quantity: 40, expiresOn: '2027-06-30' },
            ...{ version: '1.0', state: 'in-force', startsOn: null, pool: '' },
          },
        ],
        moreFeatures: 0,
      },
    });
    const text = await world.run('licence', 'show', path.join(licences, 'three-servers.lic'));
    expect(text.out).toMatch(
      /Serial number +PD-3\n.*30 June 2028\n.*alpha, 17007ea8, 27000\n[^]*webshop \(50\), 1\.0, 30 June 2028/,
    );
  });

  it('says of a file that is over, or has not begun, what is in it, and ends with 12', async () => {
    const run = (name: string) =>
      world.run('licence', 'show', path.join(licences, 'flexnet', name), '--json');
    const over = await run('003-mathworks-2002-key-on-next-line.lic');
    expect([over.exitCode, over.err]).toEqual([12, expect.stringContaining('the last one on 1 July 2002')]);
    expect(JSON.parse(over.out)).toMatchObject({ file: { state: 'ended', serialNumber: '54321' } });
    const later = await run('061-starts-next-year-only.lic');
    expect([later.exitCode, later.err]).toEqual([
      12,
      expect.stringContaining('The first one starts on 1 January 2028'),
    ]);
  });

  it('refuses a broken one with the line and the reason', async () => {
    const file = path.join(licences, 'broken/impossible-day.lic');
    const { exitCode, out, err } = await world.run('licence', 'show', file, '--json');
    expect([exitCode, err]).toEqual([
      12,
      'Line 4 of the licence file contains a date that does not exist: 31-feb-2027. Ask the service organisation to send the licence file again.\n',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'flexnet-date-invalid', params: { line: 4, word: '31-feb-2027' } },
    });
  });

  it('reads the standard input', async () => {
    world.stdin = readFileSync(path.join(licences, 'three-servers.lic'), 'utf8');
    expect((await world.run('licence', 'show', '-')).out).toMatch(/Serial number +PD-3\n/);
  });

  it('needs no service, and says that a file cannot be read', async () => {
    world.service = null;
    const { exitCode } = await world.run('licence', 'show', path.join(folder, 'none.lic'));
    expect(exitCode).toBe(1);
  });
});

describe('licence show', () => {
  const server: LicenceServerStatus = {
    ...{ id: 'a', name: 'Hall 1', kind: 'local', path: '/a', sequence: null, reason: null },
    ...{ since: null, nextTry: null, tries: 0, hostId: null, fitsHost: null, waiting: null, installed: null },
    ...{ state: 'unknown', flaw: null },
    serving: { state: 'not-asked', host: null, port: null, vendorPort: null, at: null },
  };
  const ended = { code: 'flexnet-ended', line: null, word: '31 October 2026' } as const;

  it.each([
    ['has ended', { state: 'unusable', flaw: ended }, '31 October 2026'],
    ['was put there by a person and has ended', { state: 'kept-by-hand', flaw: ended }, '31 October 2026'],
    [
      'cannot be read',
      { state: 'failing', reason: 'licence-file-unreadable', flaw: null },
      'Hall 1: Remote Service cannot read this licence file.',
    ],
  ] as const)('ends with 12 and says why where the file %s', async (_what, change, words) => {
    const start = { version: '1.0.0', mode: 'embedded', isStarting: false } as const;
    const licenceServers = [{ ...server, ...change }];
    const status = { ...stoppedStatus(viewOf(defaultSettings()), start, 0), licenceServers };
    world.service = {
      status: { read: () => Promise.resolve({ ok: true, value: { epoch: 'e', rev: 1, status } }) },
    };
    const { exitCode, err } = await world.run('licence', 'show');
    expect(exitCode).toBe(12);
    expect(err).toContain(words);
  });
});

it('licence show lists what the file in place grants, by feature and pool', async () => {
  const start = { version: '1.0.0', mode: 'embedded', isStarting: false } as const;
  const pool = { id: 'webshop', name: 'webshop', version: '1.0', expiresOn: '2027-06-30', startsOn: null };
  const features = [
    { ...pool, quantity: 40, state: 'in-force', pool: '' },
    { ...pool, quantity: 2, state: 'not-yet', startsOn: '2027-01-01', pool: 'HOSTID=17007ea8' },
  ] as const;
  const facts = { serialNumber: 'PD-1', serialNumbers: ['PD-1', 'PD-2'], expiresOn: '2027-06-30' };
  const licenceServers: LicenceServerStatus[] = [
    {
      ...{ id: 'a', name: 'Hall 1', kind: 'local', path: '/a', state: 'up-to-date', sequence: null },
      ...{ reason: null, since: null, nextTry: null, tries: 0, hostId: null, fitsHost: null, waiting: null },
      serving: { state: 'not-asked', host: null, port: null, vendorPort: null, at: null },
      flaw: null,
      installed: {
        ...{ ...facts, features: [...features], moreFeatures: 3, hostIds: [], sha256: 'a'.repeat(64) },
        ...{ modifiedAt: '2026-11-01T00:00:00.000Z', fromPackage: null },
      },
    },
  ];
  const licence: LicenceSummary = {
    ...{ serialNumber: 'PD-1', sequence: null, expiresOn: '2027-06-30', maintenanceUntil: null },
    ...{ users: null, features: [], customer: null },
  };
  const status = { ...stoppedStatus(viewOf(defaultSettings()), start, 0), licence, licenceServers };
  world.service = {
    status: { read: () => Promise.resolve({ ok: true, value: { epoch: 'e', rev: 1, status } }) },
  };
  const { out, exitCode } = await world.run('licence', 'show');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^Licence server +Hall 1, PD-1, PD-2$/m);
  expect(out).toMatch(/^ +webshop \(40\), 1\.0, 30 June 2027, Valid$/m);
  expect(out).toMatch(/^ +webshop \(2\), 1\.0, 30 June 2027, HOSTID=17007ea8, From 1 January 2027$/m);
  expect(out).toMatch(/^ +3 more features are not shown\.$/m);
  const { files } = JSON.parse((await world.run('licence', 'show', '--json')).out) as { files: unknown };
  expect(files).toMatchObject([{ licenceServerId: 'a', serialNumbers: ['PD-1', 'PD-2'], features }]);
});

describe('licence calendar FILE', () => {
  const file = path.join(folder, 'dates.ics');
  const summary: LicenceSummary = {
    serialNumber: 'PD-1',
    sequence: 3,
    expiresOn: '2027-12-31',
    maintenanceUntil: '2027-06-30',
    users: 5,
    features: [],
    customer: null,
  };
  const serve = (licence: LicenceSummary | null) => {
    const start = { version: '1.0.0', mode: 'embedded', isStarting: false } as const;
    const status = { ...stoppedStatus(viewOf(defaultSettings()), start, 0), licence };
    world.service = {
      status: { read: () => Promise.resolve({ ok: true, value: { epoch: 'e', rev: 1, status } }) },
    };
  };
  beforeEach(() => {
    serve(summary);
  });

  it('writes both dates with the alarms of the settings', async () => {
    expect(await world.run('licence', 'calendar', file)).toMatchObject({
      exitCode: 0,
      out: `Saved as ${file}\n`,
    });
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('UID:expiry-PD-1@remote-service\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20270630\r\n');
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(14);
    expect(text).toContain('SUMMARY:PRISMAdirect: the licence expires\r\n');
    expect((await world.run('licence', 'calendar', file)).err).toContain('--force');
    expect((await world.run('licence', 'calendar', file, '--force')).exitCode).toBe(0);
    expect(await world.run('licence', 'calendar', '-')).toMatchObject({ exitCode: 0, out: text });
    const { out } = await world.run('licence', 'calendar', '-', '--json');
    expect(JSON.parse(out)).toEqual({ calendar: text });
  });

  it('says why there is nothing to write', async () => {
    serve({ ...summary, expiresOn: null, maintenanceUntil: null });
    expect((await world.run('licence', 'calendar', file)).err).toContain('no expiry date');
    serve(null);
    expect((await world.run('licence', 'calendar', file)).exitCode).toBe(11);
    world.service = null;
    expect((await world.run('licence', 'calendar', file)).exitCode).toBe(20);
  });
});
