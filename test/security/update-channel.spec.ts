import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import type { UpdateStatus } from '@shared/domain/updates/update';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { today } from '../back-office/desks/dates';
import { killProcessesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';
import { sentenceOf } from '../support/words';

const SIZE = 3_000_000;
const FLIPPED = 1_000_000;
const PATIENCE = { timeout: 30_000, interval: 50 };
const INDEX = 'GET /installations/*/release-index*';

const content = randomBytes(SIZE);
const sha256 = createHash('sha256').update(content).digest('hex');
const platform = `${process.platform}-${process.arch}` as 'linux-x64';

let office: BackOffice;
let program: Program;

const updates = async (): Promise<UpdateStatus> => {
  const { json } = await program.cli(['status', '--json']);
  return (json as Status).updates;
};
const files = (...names: string[]) => path.join(program.home, 'state/updates/files', ...names);
const fetches = () => office.requests.filter((request) => request.path.endsWith('/file'));
const indexes = () => office.requests.filter((request) => request.path.endsWith('/release-index'));
const flip = (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(FLIPPED) ^ 1, FLIPPED);
const downloaded = () =>
  vi.waitFor(async () => {
    expect((await updates()).downloaded).toBe('7.0.0');
    expect(readFileSync(files(`${sha256}.run`)).equals(content)).toBe(true);
  }, PATIENCE);

beforeAll(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
  await configure(program, office);
  await program.set('updates.download', false);
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: '2098-12-31' });
  office.publishRelease({
    ...{ version: '7.0.0', releasedOn: today(), backdatedTo: null, severity: 'normal', platform },
    ...{ notes: {}, fileName: 'remote-service.run', content },
  });
  await program.startService();
  await vi.waitFor(async () => expect((await updates()).newestOffered).toBe('7.0.0'), PATIENCE);
});
afterAll(async () => {
  await program.end();
  await office.close();
});

describe('a list of releases that is not as it was signed (T32)', () => {
  it.each([
    ['broken-signature', 'signature'],
    ['wrong-nonce', 'nonce'],
    ['stale-index', 'stale'],
  ] as const)('is asked for once more and refused by name: %s', async (does, reason) => {
    const asked = indexes().length;
    office.setBehaviour([{ route: INDEX, behaviour: { does } }]);
    const { code, errors } = await program.cli(['updates', 'check']);
    office.setBehaviour([]);
    expect(code).not.toBe(0);
    expect(errors).toContain(sentenceOf('update-index-refused', { reason }));
    expect(indexes().length).toBe(asked + 2);
    // The last good list holds.
    expect(await updates()).toMatchObject({
      newestOffered: '7.0.0',
      problem: { code: 'update-index-refused', params: { reason } },
    });
    expect(await program.cli(['updates', 'check'])).toMatchObject({ code: 0 });
    expect((await updates()).problem).toBeNull();
  });
});

describe('one flipped byte', () => {
  it('in the file: it is fetched twice, thrown away and named, and good once the file is', async () => {
    flip(content);
    expect(await program.cli(['updates', 'download'])).toMatchObject({ code: 0 });
    await vi.waitFor(async () => {
      expect((await updates()).problem).toMatchObject({ code: 'update-hash-mismatch' });
    }, PATIENCE);
    expect(fetches()).toHaveLength(2);
    expect(readdirSync(files())).toEqual([]);
    flip(content);
    expect(await program.cli(['updates', 'download'])).toMatchObject({ code: 0 });
    await downloaded();
  });

  it('in the stored part: what is missing is fetched, then everything, once', async () => {
    await killProcessesOf(program.base);
    const part = Buffer.from(content.subarray(0, 2 * FLIPPED));
    flip(part);
    rmSync(files(`${sha256}.run`));
    writeFileSync(files(`${sha256}.part`), part);
    const before = fetches().length;
    await program.startService();
    await downloaded();
    const asked = fetches().slice(before);
    expect(asked.map(({ headers }) => headers.range)).toEqual([`bytes=${part.length}-`, undefined]);
    expect((await updates()).problem).toBeNull();
  });
});
