import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LicenceJob } from '@electron/service/licence/job/licence-job';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LicenceRequest } from '@shared/domain/licence/manual/licence-request';
import {
  flexnetText,
  licenceClaims,
  licencePackage,
  TEST_SERIAL,
  type TestClaims,
} from '@electron/service/licence/licence-packages.fixture';
import { FILE, LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';

let t: LicenceJobTestEnvironment;
beforeEach(() => (t = new LicenceJobTestEnvironment()));
afterEach(() => t.end());

const PATIENT = { timeout: 15_000 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (claims: TestClaims) => claims.file.content;

/** Licences 1 to `count` one after the other on one server, which began with a bare file. */
const withHistory = async (count: number) => {
  t.withFile('one');
  const job = await t.start('one');
  const issued = Array.from({ length: count }, (_, index) => licenceClaims(index + 1));
  for (const claims of issued) {
    await job.installPackage(licencePackage(claims));
    await vi.waitFor(() => expect(t.live('one')).toBe(fileOf(claims)), PATIENT);
  }
  const { kept } = await job.manual.history('id-one');
  const backupOf = (users: number) => {
    const found = kept.find(({ features }) => features[0]?.quantity === users);
    if (found === undefined) throw new Error(`no backup with ${users} users`);
    return found.backup;
  };
  const issuedFile = (sequence: number) => issued[sequence - 1]?.file.content ?? '';
  return { job, issuedFile, kept, backupOf };
};

describe('the licence file to be copied by hand', () => {
  it('is byte for byte that of the newest package, under the name of the licence server', async () => {
    t.withFile('one');
    const job = await t.start('one');
    expect(() => job.manual.readFile('id-one')).toThrow(
      expect.objectContaining({ code: 'licence-package-missing' }),
    );
    const claims = licenceClaims(1, { file: { name: '../x', content: `${flexnetText(9)}# caf\u00e9\r\n` } });
    await job.installPackage(licencePackage(claims));
    expect(job.manual.readFile('id-one')).toEqual({ fileName: FILE, content: fileOf(claims), sequence: 1 });
    expect(job.manual.readFile(null).fileName).toBe(FILE);
    expect(() => job.manual.readFile('id-two')).toThrow(
      expect.objectContaining({ code: 'licence-server-unknown' }),
    );
    await job.manual.fileSaved({ licenceServerId: 'id-one', sequence: 1, savedAs: 'a.lic' });
    expect(t.audited.at(-1)).toEqual({
      kind: 'licence-file-saved',
      detail: { licenceServerId: 'id-one', name: 'one', sequence: 1, savedAs: 'a.lic' },
    });
  });
});

const restore = (
  job: LicenceJob,
  licenceServerId: string,
  backup: string,
  reason: string,
  acceptsLess = true,
) => job.manual.restore({ licenceServerId, backup, reason, acceptsLess });
const bring = (job: LicenceJob, text: string, acceptsLess = true) =>
  job.manual.installFile('id-one', { bytes: bytesOf(text), acceptsLess });

describe('the history of a licence server', () => {
  it('names what each kept file grants and from which package it came, newest first', async () => {
    const { kept } = await withHistory(3);
    expect(
      kept.map(({ features, fromPackage }) => [features[0]?.quantity, fromPackage?.sequence ?? null]),
    ).toEqual([
      [20, 2],
      [10, 1],
      [5, null],
    ]);
    expect(kept[0]).toMatchObject({
      isUsable: true,
      isInstalled: false,
      serialNumber: TEST_SERIAL,
      expiresOn: '2027-12-31',
      fromPackage: { users: 20, maintenanceUntil: '2027-06-30' },
    });
  });

  it('says of a kept file that was changed that it cannot be put back', async () => {
    const { job, backupOf } = await withHistory(2);
    const id = backupOf(10);
    const folder = path.join(t.home, 'state/licence/backup/id-one');
    const name = readdirSync(folder).find((one) => one.includes(id)) ?? '';
    writeFileSync(path.join(folder, name), flexnetText(9999));
    const { kept } = await job.manual.history('id-one');
    expect(kept.find(({ backup }) => backup === id)?.isUsable).toBe(false);
    await expect(restore(job, 'id-one', id, 'why')).rejects.toMatchObject({ code: 'backup-unusable' });
    expect(t.live('one')).toContain(' 20 SN=');
  });
});

describe('putting an earlier licence back', () => {
  it('writes it with the reason, and leaves it there also after a restart', async () => {
    const { job, issuedFile, backupOf } = await withHistory(3);
    const before = issuedFile(2);
    expect(await restore(job, 'id-one', backupOf(20), 'the new one counts wrong')).toEqual({
      outcome: 'ok',
      line: null,
      word: null,
    });
    expect(t.live('one')).toBe(before);
    expect(t.stateOf('one')).toMatchObject({ state: 'kept-by-hand', reason: null });
    expect(t.audited.at(-1)).toMatchObject({
      kind: 'licence-restored',
      detail: { name: 'one', sequence: 2, why: 'the new one counts wrong' },
    });
    await t.restart(job, 'one');
    await vi.waitFor(() => expect(t.stateOf('one')?.state).toBe('kept-by-hand'), PATIENT);
    expect(t.live('one')).toBe(before);
  });

  it('ends with the next licence, and with Try again', async () => {
    const { job, issuedFile, backupOf } = await withHistory(3);
    await restore(job, 'id-one', backupOf(20), 'why');
    await job.tryAgain('id-one');
    await vi.waitFor(() => expect(t.live('one')).toBe(issuedFile(3)), PATIENT);
    await restore(job, 'id-one', backupOf(20), 'why');
    const next = licenceClaims(4);
    await job.installPackage(licencePackage(next));
    await vi.waitFor(() => expect(t.live('one')).toBe(fileOf(next)), PATIENT);
    expect(t.stateOf('one')?.state).toBe('up-to-date');
  });

  it('keeps the file that it replaces', async () => {
    const { job, issuedFile, backupOf } = await withHistory(2);
    await restore(job, 'id-one', backupOf(10), 'why');
    const { kept } = await job.manual.history('id-one');
    expect(kept[0]).toMatchObject({ fromPackage: { sequence: 2 } });
    await restore(job, 'id-one', kept[0]?.backup ?? '', 'after all');
    expect(t.live('one')).toBe(issuedFile(2));
    expect(t.stateOf('one')?.state).toBe('up-to-date');
  });

  it('refuses an id that is not kept, and a server without a folder', async () => {
    const { job } = await withHistory(1);
    const id = 'a'.repeat(64);
    await expect(restore(job, 'id-one', id, 'why')).rejects.toMatchObject({ code: 'backup-missing' });
    await job.apply([{ ...t.server('far'), kind: 'remote', path: '' }]);
    await expect(restore(job, 'id-far', id, 'why')).rejects.toMatchObject({
      code: 'licence-path-required',
    });
  });

  it('says why where the folder does not take it', async () => {
    const { job, backupOf } = await withHistory(2);
    const id = backupOf(10);
    rmSync(t.folderOf('one'), { recursive: true });
    expect(await restore(job, 'id-one', id, 'why')).toEqual({
      outcome: 'path-missing',
      line: null,
      word: null,
    });
    expect(t.audited.find(({ kind }) => kind === 'licence-refused')?.detail).toMatchObject({
      code: 'path-missing',
    });
  });
});

describe('a bare licence file', () => {
  it('is put in place on one licence server, and kept there over the newest package', async () => {
    const { job } = await withHistory(1);
    const text = `# Größe XL\n${flexnetText(77)}`;
    expect(await bring(job, text)).toEqual({
      outcome: 'ok',
      line: null,
      word: null,
    });
    expect(readFileSync(path.join(t.folderOf('one'), FILE))).toEqual(Buffer.from(text));
    expect(t.stateOf('one')).toMatchObject({ state: 'kept-by-hand' });
    expect(t.kinds()).toContain('licence-file-imported');
  });

  it('is simply the licence where there is no package', async () => {
    mkdirSync(t.folderOf('one'));
    const job = await t.start('one');
    expect(await bring(job, flexnetText(7))).toMatchObject({ outcome: 'ok' });
    expect(t.stateOf('one')).toMatchObject({ state: 'up-to-date', installed: { serialNumber: TEST_SERIAL } });
  });

  it.each([
    [
      'for another serial number',
      flexnetText(7, '31-dec-2027', '0A1B2C3D4E5F', 'PD-9'),
      'wrong-serial-number',
      null,
    ],
    ['for another host', flexnetText(7, '31-dec-2027', 'FFFFFFFFFFFF'), 'wrong-host', null],
    ['that is over', flexnetText(70, '01-nov-2026'), 'flexnet-ended', null],
    [
      'that has not begun',
      flexnetText(70).replace('SIGN=', 'START=01-jan-2027 SIGN='),
      'flexnet-not-yet',
      null,
    ],
    ['without a signature', flexnetText(70).replace(/SIGN=.*/, ''), 'flexnet-signature-missing', 4],
    ['as UTF-8 with a mark', `\ufeff${flexnetText(70)}`, 'flexnet-encoding', 1],
    ['with a date that is none', flexnetText(7, '32-dec-2027'), 'flexnet-date-invalid', 4],
    ['of nothing', '', 'flexnet-no-features', 1],
  ])('is refused %s, and the one in place stays', async (_what, text, outcome, line) => {
    t.withFile('one');
    const job = await t.start('one');
    expect(await bring(job, text)).toMatchObject({ outcome, line });
    expect(t.live('one')).toBe(flexnetText(5));
    expect(t.audited.at(-1)).toMatchObject({
      kind: 'licence-refused',
      detail: { code: outcome, name: 'one' },
    });
    expect(readdirSync(t.folderOf('one'))).toEqual([FILE]);
  });
});

describe('a file that grants less', () => {
  it('is put in place when the person says so, with what gets less before', async () => {
    t.withFile('one');
    const job = await t.start('one');
    const fewer = flexnetText(3, '30-jun-2027');
    expect(await bring(job, fewer, false)).toEqual({
      outcome: 'flexnet-grants-less',
      line: null,
      word: null,
      difference: {
        isFirst: false,
        reason: null,
        changes: [
          { kind: 'feature-quantity', id: 'webshop', name: 'webshop', from: 5, to: 3 },
          { kind: 'feature-expiry', id: 'webshop', name: 'webshop', from: '2027-12-31', to: '2027-06-30' },
        ],
      },
    });
    expect(t.live('one')).toBe(flexnetText(5));
    expect(await bring(job, fewer)).toMatchObject({ outcome: 'ok' });
    expect(t.live('one')).toBe(fewer);
  });

  it('is asked for when it is an earlier one too', async () => {
    const { job, issuedFile, backupOf } = await withHistory(2);
    expect(await restore(job, 'id-one', backupOf(10), 'why', false)).toMatchObject({
      outcome: 'flexnet-grants-less',
    });
    expect(t.live('one')).toBe(issuedFile(2));
  });
});

describe('a licence request', () => {
  it('says who asks, what is held and under which reference', async () => {
    t.withFile('one');
    const job = await t.start('one');
    const first = LicenceRequest.parse(await job.manual.request());
    expect(first).toMatchObject({ serialNumber: TEST_SERIAL, sequence: 0, packageSha256: null });
    expect(first).toMatchObject({ hostIds: ['0A1B2C3D4E5F'], serviceOrganisationId: 'SO-2001' });
    await job.installPackage(licencePackage(licenceClaims(3)));
    const second = LicenceRequest.parse(await job.manual.request());
    expect(second.sequence).toBe(3);
    expect(second.packageSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second.nonce).not.toBe(first.nonce);
    expect(t.audited.at(-1)).toEqual({
      kind: 'licence-request-made',
      detail: { sequence: 3, nonce: second.nonce },
    });
  });

  it('needs a serial number', async () => {
    const job = await t.start();
    await expect(job.manual.request()).rejects.toMatchObject({ code: 'serial-number-missing' });
  });
});
