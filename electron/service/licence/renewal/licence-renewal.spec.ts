import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { Status } from '@shared/domain/status/status';
import {
  flexnetText,
  licenceClaims,
  licencePackage,
  signKeySet,
  testKeySetClaims,
  TEST_NOW,
  TEST_SERIAL,
} from '@electron/service/licence/licence-packages.fixture';
import {
  LicenceJobTestEnvironment,
  type FakeLicenceSource,
} from '@electron/service/licence/job/licence-job.fixture';

let t: LicenceJobTestEnvironment;
beforeEach(() => {
  t = new LicenceJobTestEnvironment();
});
afterEach(() => t.end());

describe('a licence from the back office', () => {
  it('is installed on every licence server, reported and announced with what it changes', async () => {
    t.withFile('one');
    mkdirSync(t.folderOf('two'));
    const job = await t.start('one', 'two');
    expect(job.serialNumber()).toBe(TEST_SERIAL);
    expect(t.status?.licence).toMatchObject({ serialNumber: TEST_SERIAL, users: null, sequence: null });
    t.shelf.put(licenceClaims(3));
    expect(await job.check()).toBe('accepted');
    for (const name of ['one', 'two']) {
      expect(t.live(name)).toBe(flexnetText(30));
      expect(t.stateOf(name)).toMatchObject({ state: 'up-to-date', sequence: 3, reason: null });
    }
    expect(t.status?.licence).toMatchObject({ sequence: 3, users: 30, maintenanceUntil: '2027-06-30' });
    expect(t.status?.lastSignedProof).toBe(new Date(TEST_NOW).toISOString());
    const [announcement] = t.status?.announcements ?? [];
    const difference = { isFirst: false, reason: 'users-added' };
    expect(announcement).toMatchObject({ kind: 'licence-installed', sequence: 3, difference });
    expect(t.status?.lastChange).toMatchObject({ sequence: 3, difference });
    expect(t.status?.lastChange?.difference.changes).toContainEqual({ kind: 'users', from: null, to: 30 });
    await vi.waitFor(() =>
      expect(t.shelf.reports.at(-1)).toMatchObject({ sequence: 3, verdict: 'accepted' }),
    );
    expect(t.shelf.reports.at(-1)?.results.map(({ outcome }) => outcome)).toEqual(['installed', 'installed']);
    expect(t.kinds().filter((kind) => kind === 'licence-installed').length).toBe(2);
  });

  it('publishes only what the t.status may hold', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    for (const [name, value] of Object.entries(t.status ?? {})) {
      if (name === 'clock') continue;
      expect(Status.shape[name as keyof Status].safeParse(value).error, name).toBeUndefined();
    }
  });

  it('says which users, features and dates changed between two packages', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    await job.acknowledge(t.status?.announcements.map(({ id }) => id) ?? []);
    t.shelf.put(licenceClaims(4, { maintenanceUntil: '2028-06-30' }));
    await job.check();
    expect(t.status?.announcements).toMatchObject([{ kind: 'licence-installed', sequence: 4 }]);
    expect(t.audited.findLast(({ kind }) => kind === 'licence-changed')?.detail).toEqual({
      sequence: 4,
      difference: t.status?.lastChange?.difference,
    });
    expect([t.status?.lastChange?.difference.changes]).toEqual([
      [
        { kind: 'feature-quantity', id: 'webshop', name: 'Web shop', from: 30, to: 40 },
        { kind: 'users', from: 30, to: 40 },
        { kind: 'maintenance', from: '2027-06-30', to: '2028-06-30' },
      ],
    ]);
  });

  it('is fetched once: the same index again changes nothing', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    expect(await job.check()).toBe('unchanged');
    expect(t.shelf.packageCalls).toBe(1);
    expect(new Set(t.shelf.nonces).size).toBe(2);
    for (const nonce of t.shelf.nonces) expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(t.status?.announcements.length).toBe(1);
  });

  it('adopts the serial number where no file has one', async () => {
    mkdirSync(t.folderOf('one'));
    const job = await t.start('one');
    expect(t.status?.serialNumber.value).toBeNull();
    expect(t.stateOf('one')).toMatchObject({ state: 'unknown', reason: 'licence-file-missing' });
    t.shelf.put(licenceClaims(1));
    expect(await job.check()).toBe('accepted');
    expect(job.serialNumber()).toBe(TEST_SERIAL);
  });

  it('answers no-licence when there is none, and throws when the back office is away', async () => {
    t.withFile('one');
    const job = await t.start('one');
    expect(await job.check()).toBe('no-licence');
    expect(t.status?.notices).toMatchObject([{ code: 'no-licence' }]);
    t.shelf.isAway = true;
    await expect(job.check()).rejects.toMatchObject({ code: 'back-office-unreachable' });
    t.shelf.isAway = false;
    t.shelf.put(licenceClaims(1));
    await job.check();
    expect(t.status?.notices).toEqual([]);
  });

  it('keeps a report until it can be sent, over a restart too', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    const report = vi.spyOn(t.shelf, 'report').mockRejectedValue(new AppError('back-office-unreachable'));
    await job.check();
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    report.mockRestore();
    const again = await t.restart(job, 'one');
    await again.check();
    expect(t.shelf.reports.map(({ sequence }) => sequence)).toEqual([3]);
    await again.check();
    expect(t.shelf.reports.length).toBe(1);
  });
});

describe('a licence that is refused', () => {
  const refusals: [string, (shelf: FakeLicenceSource) => void][] = [
    ['replayed', (s) => s.put(licenceClaims(2))],
    ['conflicting', (s) => s.put(licenceClaims(3, { users: 1 }))],
    ['implausible', (s) => s.put(licenceClaims(2000))],
    ['wrong-product', (s) => s.put(licenceClaims(4, { product: 'OTHER' }))],
    ['wrong-host', (s) => s.put(licenceClaims(4, { hostIds: ['FFFFFFFFFFFF'] }))],
    ['wrong-serial-number', (s) => s.put(licenceClaims(4, { serialNumber: 'PD-0000-0000' }))],
    ['issued-in-future', (s) => s.put(licenceClaims(4, { issuedAt: '2026-12-01T00:00:00Z' }))],
    ['expired', (s) => s.put(licenceClaims(4, { expiresOn: '2026-10-01' }))],
    ['unknown-key', (s) => s.put(licenceClaims(4), 'stranger')],
    ['key-role', (s) => s.put(licenceClaims(4), 'index-1')],
    ['newer-format', (s) => s.put(licenceClaims(4, { formatVersion: 2 }))],
    ['schema', (s) => s.put(licenceClaims(4, { path: '/etc/cron.d/x' }))],
    [
      'index-mismatch',
      (s) => {
        s.indexChanges = { sha256: 'a'.repeat(64) };
        s.put(licenceClaims(4));
      },
    ],
    [
      'index-mismatch',
      (s) => {
        s.indexChanges = { size: 5 };
        s.put(licenceClaims(4));
      },
    ],
    [
      'index-mismatch',
      (s) => {
        s.indexChanges = { sequence: 5 };
        s.put(licenceClaims(4));
      },
    ],
    [
      'nonce',
      (s) => {
        s.indexChanges = { nonce: 'A'.repeat(22) };
        s.put(licenceClaims(4));
      },
    ],
    [
      'stale',
      (s) => {
        s.indexChanges = { freshUntil: '2026-11-01T00:00:00Z' };
        s.put(licenceClaims(4));
      },
    ],
  ];

  for (const [at, [code, offer]] of refusals.entries()) {
    it(`${at + 1}. is refused as ${code}; the installed one stays`, async () => {
      t.withFile('one');
      const job = await t.start('one');
      t.shelf.put(licenceClaims(3));
      await job.check();
      t.audited = [];
      offer(t.shelf);
      expect(await job.check()).toBe('refused');
      expect(await job.check()).toBe('refused');
      expect(t.live('one')).toBe(flexnetText(30));
      expect(t.status?.refusedLicence).toMatchObject({ code });
      expect(t.status?.licence?.sequence).toBe(3);
      expect(t.kinds()).toEqual(['licence-refused']);
      t.shelf.indexChanges = {};
      t.shelf.put(licenceClaims(5));
      expect(await job.check()).toBe('accepted');
      expect(t.status?.refusedLicence).toBeNull();
    });
  }

  it('is told to the back office by the name of the check', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(4, { product: 'OTHER' }));
    await job.check();
    const { licenceId } = t.shelf.claims ?? {};
    expect(t.shelf.reports).toEqual([{ licenceId, sequence: 4, verdict: 'wrong-product', results: [] }]);
    await t.restart(job, 'one');
    expect(t.status?.refusedLicence).toMatchObject({ code: 'wrong-product', sequence: 4 });
  });
});

describe('keys', () => {
  const renewed = (change: (claims: ReturnType<typeof testKeySetClaims>) => void) => {
    const claims = testKeySetClaims();
    claims.version += 1;
    change(claims);
    return claims;
  };

  it('believes a licence far ahead once a newer key set has come, and keeps that set', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    t.shelf.put(licenceClaims(2000));
    expect(await job.check()).toBe('refused');
    t.shelf.keySetBytes = signKeySet(renewed(() => undefined));
    const again = await t.restart(job, 'one');
    expect(await again.check()).toBe('accepted');
    expect(t.kinds()).toContain('key-set-renewed');
    expect(readdirSync(path.join(t.home, 'state'))).toContain('key-set.json');
  });

  it('refuses a key set of one root', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3), 'stranger');
    t.shelf.keySetBytes = signKeySet(
      renewed(() => undefined),
      ['root-1'],
    );
    expect(await job.check()).toBe('refused');
    expect(t.audited).toContainEqual({ kind: 'key-set-refused', detail: { code: 'threshold' } });
    expect(readdirSync(path.join(t.home, 'state'))).not.toContain('key-set.json');
  });

  it('is taken from a person, too, also where there is no licence server yet (T57)', async () => {
    const job = await t.start();
    const bytes = signKeySet(renewed(() => undefined));
    expect(await job.installPackage(bytes)).toEqual({ outcome: 'keys-renewed', sequence: null });
    expect(await job.installPackage(bytes)).toEqual({ outcome: 'keys-unchanged', sequence: null });
    const forged = signKeySet(
      renewed((claims) => (claims.version += 9)),
      ['root-1'],
    );
    expect(await job.installPackage(forged)).toEqual({ outcome: 'threshold', sequence: null });
    expect(t.kinds()).toEqual(['key-set-renewed', 'key-set-refused']);
  });

  it('takes a licence away that a revoked key has signed, with its sequence (T57)', async () => {
    t.withFile('one');
    const job = await t.start('one');
    await job.installPackage(licencePackage(licenceClaims(3), 'licence-2'));
    await job.installPackage(licencePackage(licenceClaims(900)));
    t.shelf.keySetBytes = signKeySet(
      renewed(({ keys }) => {
        if (keys[0] !== undefined) keys[0]['revoked'] = true;
      }),
    );
    t.shelf.put(licenceClaims(4), 'licence-2');
    expect(await job.check()).toBe('accepted');
    expect(t.status?.newestLicence?.sequence).toBe(4);
  });

  it('starts from the profile when the stored set was tampered with', async () => {
    t.withFile('one');
    writeFileSync(
      path.join(t.home, 'state', 'key-set.json'),
      signKeySet(
        renewed(() => undefined),
        ['root-1'],
      ),
    );
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    expect(await job.check()).toBe('accepted');
    expect(
      readdirSync(path.join(t.home, 'state')).some((name) => name.startsWith('key-set.json.broken-')),
    ).toBe(true);
  });
});

describe('a package that a person brought', () => {
  it('passes the same checks', async () => {
    t.withFile('one');
    const job = await t.start('one');
    const bytes = licencePackage(licenceClaims(3));
    expect(await job.installPackage(bytes)).toEqual({ outcome: 'ok', sequence: 3 });
    expect(t.live('one')).toBe(flexnetText(30));
    expect(await job.installPackage(bytes)).toEqual({ outcome: 'unchanged', sequence: 3 });
    expect(await job.installPackage(licencePackage(licenceClaims(2)))).toEqual({
      outcome: 'replayed',
      sequence: null,
    });
    expect(t.kinds()).toEqual(expect.arrayContaining(['licence-imported', 'licence-refused']));
    expect(t.status?.refusedLicence).toBeNull();
  });

  it('needs a licence server', async () => {
    const job = await t.start();
    await expect(job.installPackage(new Uint8Array())).rejects.toMatchObject({ code: 'no-licence-server' });
  });
});
