import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONTENT, createUpdateTestEnvironment, FakeReleaseSource } from './update-job.fixture';
import { UpdateJob } from './update-job';

let folder: string;
let source: FakeReleaseSource;
let job: UpdateJob;
let world: ReturnType<typeof createUpdateTestEnvironment>['world'];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lies-'));
  source = new FakeReleaseSource();
  const created = createUpdateTestEnvironment(folder, source);
  ({ world } = created);
  job = new UpdateJob(created.dependencies);
  await job.start();
  job.apply({ download: true, maxKilobytesPerSecond: null, holdUntil: null });
});
afterEach(async () => {
  await job.stop();
  rmSync(folder, { recursive: true });
});

const nothingCame = () => {
  expect(source.wishes).toEqual([]);
  expect(readdirSync(path.join(folder, 'updates/files'))).toEqual([]);
};

describe('a back office that lies about releases (T32)', () => {
  it.each<[string, () => void]>([
    ['nonce', () => (source.lies = { nonce: 'AAECAwQFBgcICQoLDA0ODw' })],
    ['wrong-product', () => (source.lies = { product: 'another-product' })],
    ['stale', () => (source.lies = { freshUntil: '2026-11-01T00:00:00Z' })],
    ['newer-format', () => (source.lies = { formatVersion: 2 })],
    ['schema', () => (source.lies = { releases: [{ version: '9.0.0' }] })],
    ['key-role', () => (source.signer = 'licence-1')],
    ...['../../evil.deb', '/etc/cron.d/evil', 'a/b.deb', String.raw`..\evil.exe`, 'C:evil.exe', '..'].map(
      (name): [string, () => void] => [name, () => (source.fileName = name)],
    ),
  ])('is told by name: %s', async (reason, lie) => {
    lie();
    expect(await job.check()).toBe('refused');
    expect(world.status.problem).toEqual({ code: 'update-index-refused', params: { reason } });
    expect(world.status.newestOffered).toBeNull();
    nothingCame();
  });

  it.each<[string, () => void]>([
    ['not-newer', () => (source.version = '0.9.0')],
    ['not-newer', () => (source.version = '1.0.0')],
    ['other-platform', () => (source.platform = 'win32-x64')],
    ['version-unreadable', () => (source.version = '9007199254740993')],
  ])('offers nothing that it ought not to: %s', async (standing, lie) => {
    lie();
    expect(await job.check()).toBe('done');
    expect(job.list().releases).toMatchObject([{ standing }]);
    expect(world.status.newestOffered).toBeNull();
    nothingCame();
  });

  it('sends the file of another product: it is not the one in the index', async () => {
    source.file = Buffer.alloc(CONTENT.length, 'another');
    await job.check();
    await vi.waitFor(() => expect(world.status.problem?.code).toBe('update-hash-mismatch'));
    expect(source.wishes).toHaveLength(2);
    expect(readdirSync(path.join(folder, 'updates/files'))).toEqual([]);
  });

  it('sends without an end: no more than the signed size is taken, each time', async () => {
    source.file = Buffer.concat([CONTENT, CONTENT, CONTENT]);
    await job.check();
    await vi.waitFor(() => expect(world.status.problem?.code).toBe('update-too-large'));
    expect(source.sent).toBeLessThan(CONTENT.length * 2 + 50_000);
    expect(readdirSync(path.join(folder, 'updates/files'))).toEqual([]);
  });
});
