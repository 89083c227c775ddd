import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileWatch } from '@electron/service/licence/folder/file-watch';
import {
  flexnetText,
  licenceClaims,
  licencePackage,
  sha256Of,
  TEST_NOW,
  TEST_SERIAL,
} from '@electron/service/licence/licence-packages.fixture';
import { FILE, LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';

let t: LicenceJobTestEnvironment;
const SECONDS_20 = 20_000;
beforeEach(() => {
  t = new LicenceJobTestEnvironment();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  return t.end();
});

describe('licence servers', () => {
  it(
    'work on while one of them fails, and that one follows as soon as it can',
    { timeout: SECONDS_20 },
    async () => {
      t.withFile('one');
      const job = await t.start('gone', 'one');
      expect(t.stateOf('gone')).toMatchObject({ state: 'failing', reason: 'path-missing' });
      t.shelf.put(licenceClaims(3));
      await job.check();
      expect(t.stateOf('one')?.state).toBe('up-to-date');
      expect(t.stateOf('gone')).toMatchObject({ state: 'failing', reason: 'path-missing', tries: 1 });
      expect(Date.parse(t.stateOf('gone')?.nextTry ?? '') - t.now).toBe(60_000);
      expect(t.status?.announcements.length).toBe(1);
      mkdirSync(t.folderOf('gone'));
      await vi.waitFor(() => expect(t.stateOf('gone')?.state).toBe('up-to-date'), { timeout: 10_000 });
      await vi.waitFor(() =>
        expect(t.shelf.reports.at(-1)?.results.map(({ outcome }) => outcome)).toEqual([
          'installed',
          'installed',
        ]),
      );
      expect(t.status?.announcements.length).toBe(1);
    },
  );

  it('try again at once when a person asks', async () => {
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    mkdirSync(t.folderOf('one'));
    await job.tryAgain('id-one');
    expect(t.stateOf('one')).toMatchObject({ state: 'up-to-date', reason: null, tries: 0, nextTry: null });
    await expect(job.tryAgain('id-two')).rejects.toMatchObject({ code: 'licence-server-unknown' });
  });

  it('get the licence in force when they are added later, and after a restart', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    mkdirSync(t.folderOf('two'));
    await job.apply([t.server('one'), t.server('two')]);
    expect(t.live('two')).toBe(flexnetText(30));
    mkdirSync(t.folderOf('three'));
    await t.restart(job, 'three');
    expect(t.live('three')).toBe(flexnetText(30));
    expect(t.status?.licence?.users).toBe(30);
  });

  it(
    'see a file that somebody replaced, keep it and put the licence back',
    { timeout: SECONDS_20 },
    async () => {
      t.withFile('one');
      const job = await t.start('one');
      t.shelf.put(licenceClaims(3));
      await job.check();
      t.now += 60_000;
      t.withFile('one', flexnetText(999));
      await vi.waitFor(() => expect(t.live('one')).toBe(flexnetText(30)), { timeout: 10_000 });
      await vi.waitFor(() =>
        expect(t.audited.at(-1)).toMatchObject({
          kind: 'licence-installed',
          detail: { replacedUnknownFile: true },
        }),
      );
      const folder = path.join(t.home, 'state', 'licence', 'backup', 'id-one');
      const backups = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
      expect(backups.map(sha256Of)).toContain(sha256Of(flexnetText(999)));
    },
  );

  it('of another host are left alone, by name of the reason', async () => {
    t.withFile('one');
    t.withFile('two', flexnetText(5, '31-dec-2027', 'BBBBBBBBBBBB'));
    const job = await t.start('one', 'two');
    t.shelf.put(licenceClaims(3));
    expect(await job.check()).toBe('accepted');
    expect(t.stateOf('one')?.state).toBe('up-to-date');
    expect(t.stateOf('two')).toMatchObject({ state: 'failing', reason: 'wrong-host', nextTry: null });
    expect(t.live('two')).toBe(flexnetText(5, '31-dec-2027', 'BBBBBBBBBBBB'));
  });

  it('give the serial number in the order of the settings', async () => {
    t.withFile('one', '# nothing in it\n');
    t.withFile('two');
    const job = await t.start('one', 'two');
    expect(t.status?.serialNumber).toEqual({ value: TEST_SERIAL, readFrom: 'two' });
    expect(t.stateOf('one')).toMatchObject({ state: 'failing', reason: 'licence-file-unreadable' });
    await job.apply([t.server('one')]);
    expect(job.serialNumber()).toBeNull();
  });

  it('keep the serial number of the licence in force while the folder is out of reach', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    rmSync(t.folderOf('one'), { recursive: true });
    await t.restart(job, 'one');
    expect(t.stateOf('one')?.reason).toBe('path-missing');
    expect(t.status?.serialNumber).toEqual({ value: TEST_SERIAL, readFrom: null });
  });

  it('find a file that was put there while its watch told nothing', async () => {
    vi.spyOn(FileWatch.prototype, 'start').mockReturnValue();
    vi.spyOn(FileWatch.prototype, 'isLive', 'get').mockReturnValue(true);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    t.withFile('one');
    const job = await t.start('one');
    // The first look is not enough: the file may have changed before the watch began.
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(5000);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    t.withFile('one', flexnetText(7));
    job.checkNow();
    vi.useRealTimers();
    await vi.waitFor(() => expect(t.stateOf('one')?.installed?.sha256).toBe(sha256Of(flexnetText(7))));
  });

  it('are tested by doing what an installation does', async () => {
    t.withFile('one');
    const job = await t.start('one', 'gone');
    const test = await job.test('id-one');
    expect(test.account).toBe('print-ors');
    expect(test.steps.map(({ outcome }) => outcome)).toEqual(Array<string>(6).fill('passed'));
    expect(readdirSync(t.folderOf('one'))).toEqual([FILE]);
    expect((await job.test('id-gone')).steps).toEqual([
      { step: 'find', outcome: 'failed', reason: 'path-missing' },
      ...['create', 'write', 'rename', 'delete', 'space'].map((step) => ({
        step,
        outcome: 'not-tried',
        reason: null,
      })),
    ]);
  });
});

describe('state that is broken', () => {
  it('is kept aside, and the licence in force is found again from its package', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    await job.stop();
    const folder = path.join(t.home, 'state', 'licence');
    for (const name of ['installed.json', 'announcements.json', 'journal.jsonl']) {
      writeFileSync(path.join(folder, name), '{"broken": \n');
    }
    writeFileSync(path.join(t.home, 'state', 'time-floor.json'), '[]');
    writeFileSync(path.join(folder, '.installed.json.0123456789ab.tmp'), 'half');
    rmSync(path.join(t.folderOf('one'), FILE));
    const again = await t.start('one');
    expect(t.live('one')).toBe(flexnetText(30));
    expect(t.status?.licence?.sequence).toBe(3);
    expect(readdirSync(folder).filter((name) => name.includes('.broken-')).length).toBe(3);
    expect(readdirSync(folder).some((name) => name.endsWith('.tmp'))).toBe(false);
    t.shelf.put(licenceClaims(2));
    expect(await again.check()).toBe('refused');
    expect(t.status?.refusedLicence?.code).toBe('replayed');
  });

  it('does not let a tampered package through', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    await job.stop();
    const packages = path.join(t.home, 'state', 'licence', 'packages');
    const [name = ''] = readdirSync(packages);
    writeFileSync(path.join(packages, name), licencePackage(licenceClaims(3, { users: 9999 }), 'stranger'));
    t.withFile('one', flexnetText(5));
    const again = await t.start('one');
    expect(t.live('one')).toBe(flexnetText(5));
    expect(await again.check()).toBe('accepted');
    expect(t.live('one')).toBe(flexnetText(30));
  });

  it('a clock put back is noticed, stops nothing, and gains nothing', async () => {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(licenceClaims(3));
    await job.check();
    t.now -= 365 * 86_400_000;
    const again = await t.restart(job, 'one');
    expect(t.status?.clock).toEqual({
      ...{ isSuspect: true, floor: new Date(TEST_NOW).toISOString() },
      ...{ source: 'index', doubted: null },
    });
    expect(t.kinds()).toContain('clock-suspect');
    t.shelf.put(licenceClaims(4));
    expect(await again.check()).toBe('accepted');
    t.shelf.put(licenceClaims(5, { expiresOn: '2026-10-01' }));
    expect(await again.check()).toBe('refused');
  });
});

describe('as an account without rights', () => {
  it('says access-denied and installs as soon as the rights are given', { timeout: SECONDS_20 }, async () => {
    chmodSync(t.home, 0o755);
    t.withFile('one');
    chmodSync(t.folderOf('one'), 0o555);
    chmodSync(path.join(t.home, 'state'), 0o777);
    const nobody = 65_534;
    const { setegid, seteuid, getuid } = process;
    const isRoot = getuid?.() === 0;
    if (isRoot) {
      setegid?.(nobody);
      seteuid?.(nobody);
    }
    try {
      const job = await t.start('one');
      t.shelf.put(licenceClaims(3));
      await job.check();
      expect(t.stateOf('one')).toMatchObject({ state: 'failing', reason: 'access-denied' });
      const steps = (await job.test('id-one')).steps.map(({ outcome, reason }) => reason ?? outcome);
      expect(steps).toEqual(['passed', 'access-denied', 'not-tried', 'not-tried', 'not-tried', 'passed']);
      if (isRoot) seteuid?.(0);
      chmodSync(t.folderOf('one'), 0o777);
      if (isRoot) seteuid?.(nobody);
      await vi.waitFor(() => expect(t.stateOf('one')?.state).toBe('up-to-date'), { timeout: 10_000 });
    } finally {
      if (isRoot) {
        seteuid?.(0);
        setegid?.(0);
      }
    }
  });
});
