import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LicenceServerSettings } from '@shared/domain/settings/settings';
import { flexnetText, licenceClaims } from '@electron/service/licence/licence-packages.fixture';
import { LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';

const SECONDS_20 = 20_000;
const byHand = LicenceServerSettings.parse({ id: 'id-hand', name: 'hand', kind: 'remote', path: '' });
let t: LicenceJobTestEnvironment;
beforeEach(() => {
  t = new LicenceJobTestEnvironment();
});
afterEach(() => t.end());

const lastResults = () =>
  t.shelf.reports.at(-1)?.results.map(({ name, outcome }) => [name, outcome] as const);

describe('a remote server without a folder', () => {
  it('waits for the operator, and is done when the operator says so, also after a restart', async () => {
    t.withFile('one');
    const job = await t.start('one');
    await job.apply([t.server('one'), byHand]);
    expect(t.stateOf('hand')).toMatchObject({ state: 'unknown', reason: null, sequence: null });
    await expect(job.markAsCopied('id-hand')).rejects.toMatchObject({ code: 'nothing-to-copy' });
    t.shelf.put(licenceClaims(3));
    await job.check();
    expect(t.stateOf('hand')).toMatchObject({ state: 'waiting-for-operator', reason: null, sequence: null });
    await vi.waitFor(() =>
      expect(lastResults()).toEqual([
        ['one', 'installed'],
        ['hand', 'waiting'],
      ]),
    );
    await job.markAsCopied('id-hand');
    expect(t.stateOf('hand')).toMatchObject({ state: 'copied-by-hand', sequence: 3 });
    expect(t.audited.at(-1)).toMatchObject({
      kind: 'licence-marked-as-copied',
      detail: { name: 'hand', sequence: 3, seen: null },
    });
    await vi.waitFor(() => expect(lastResults()?.[1]).toEqual(['hand', 'saved-by-operator']));
    await job.stop();
    const again = await t.start('one');
    await again.apply([t.server('one'), byHand]);
    expect(t.stateOf('hand')?.state).toBe('copied-by-hand');
    t.shelf.put(licenceClaims(4));
    await again.check();
    expect(t.stateOf('hand')).toMatchObject({ state: 'waiting-for-operator', sequence: null });
    await expect(again.markAsCopied('id-two')).rejects.toMatchObject({ code: 'licence-server-unknown' });
  });

  it('makes a licence one in use that is announced, even where it is the only server', async () => {
    const job = await t.start();
    await job.apply([byHand]);
    t.shelf.put(licenceClaims(3));
    await job.check();
    expect(t.status?.announcements).toEqual([]);
    await job.markAsCopied('id-hand');
    expect(t.status?.announcements.length).toBe(1);
    expect(t.status?.licence?.sequence).toBe(3);
  });
});

describe('a licence that was copied by hand', () => {
  const fail = async () => {
    t.withFile('one');
    const job = await t.start('one', 'gone');
    t.shelf.put(licenceClaims(3));
    await job.check();
    expect(t.stateOf('gone')).toMatchObject({ state: 'failing', reason: 'path-missing', tries: 1 });
    return job;
  };

  it('is found where it could not be installed, and told', { timeout: SECONDS_20 }, async () => {
    await fail();
    t.withFile('gone', flexnetText(30));
    await vi.waitFor(() => expect(t.stateOf('gone')?.state).toBe('up-to-date'), { timeout: 10_000 });
    expect(t.stateOf('gone')).toMatchObject({ sequence: 3, reason: null, nextTry: null, tries: 0 });
    await vi.waitFor(() => expect(lastResults()?.[1]).toEqual(['gone', 'saved-by-operator']));
    expect(t.kinds()).toContain('licence-found-copied');
  });

  it(
    'counts by the word of the operator until the service installs it itself',
    { timeout: SECONDS_20 },
    async () => {
      const job = await fail();
      await job.markAsCopied('id-gone');
      expect(t.stateOf('gone')).toMatchObject({ state: 'copied-by-hand', reason: null, nextTry: null });
      mkdirSync(t.folderOf('gone'));
      await vi.waitFor(() => expect(t.stateOf('gone')?.state).toBe('up-to-date'), { timeout: 10_000 });
      expect(t.live('gone')).toBe(flexnetText(30));
      await vi.waitFor(() => expect(lastResults()?.[1]).toEqual(['gone', 'installed']));
      rmSync(t.folderOf('gone'), { recursive: true });
      await job.tryAgain('id-gone');
      expect(t.stateOf('gone')).toMatchObject({ state: 'failing', reason: 'path-missing' });
    },
  );
});

describe('a folder that is not saved yet', () => {
  it('is tried as it would be used', async () => {
    const job = await t.start();
    mkdirSync(t.folderOf('new'));
    for (const kind of ['local', 'remote'] as const) {
      const { steps, freeBytes, account } = await job.testBeforeSaving({ kind, path: t.folderOf('new') });
      expect(account).toBe('print-ors');
      expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
      expect(freeBytes).toBeGreaterThan(0);
    }
    expect(t.workers.started).toBe(1);
    expect(readdirSync(t.folderOf('new'))).toEqual([]);
  });

  it('is refused by its text alone, and so is a share of a host that nobody saved', async () => {
    const job = await t.start();
    t.pathStyle = 'windows';
    await job.stop();
    const onWindows = await t.start();
    await onWindows.apply([
      LicenceServerSettings.parse({ id: 'nas', name: 'nas', kind: 'remote', path: '\\\\nas\\a' }),
    ]);
    const started = t.workers.started;
    await expect(onWindows.testBeforeSaving({ kind: 'remote', path: 'relative' })).rejects.toMatchObject({
      code: 'licence-path-not-absolute',
    });
    for (const path of ['\\\\evil\\x', '\\\\1.2.3.4\\x', '\\\\nas.evil.example\\a']) {
      await expect(onWindows.testBeforeSaving({ kind: 'remote', path })).rejects.toMatchObject({
        code: 'share-host-not-saved',
      });
    }
    expect(t.workers.started).toBe(started);
    // Known by name, though this machine cannot reach it.
    const { steps } = await onWindows.testBeforeSaving({ kind: 'remote', path: '\\\\NAS\\b' });
    expect(steps[0]).toEqual({ step: 'find', outcome: 'failed', reason: 'path-missing' });
  });
});

describe('a share that hangs', () => {
  it(
    'has its verdict in time, and is never taken for the folder of the service itself',
    { timeout: SECONDS_20 },
    async () => {
      const folder = t.folderOf('hanging');
      const hanging = LicenceServerSettings.parse({
        id: 'id-h',
        name: 'hanging',
        kind: 'remote',
        path: folder,
      });
      t.hanging.add(folder);
      const job = await t.start();
      void job.apply([hanging, byHand]);
      await vi.waitFor(() => expect(t.stateOf('hanging')?.state).toBe('unknown'));
      const test = await job.test('id-h');
      expect(test.steps[0]).toEqual({ step: 'find', outcome: 'failed', reason: 'timed-out' });
      const without = await job.test('id-hand');
      expect(without.steps[0]).toEqual({ step: 'find', outcome: 'failed', reason: 'path-missing' });
    },
  );
});
