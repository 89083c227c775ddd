import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { CONTENT, createUpdateTestEnvironment, FakeReleaseSource, SHA256 } from './update-job.fixture';
import { UpdateJob, type UpdateSettings } from './update-job';

const AUTOMATIC: UpdateSettings = { download: true, maxKilobytesPerSecond: null, holdUntil: null };
const BY_HAND: UpdateSettings = { download: false, maxKilobytesPerSecond: null, holdUntil: null };

let folder: string;
let source: FakeReleaseSource;
let jobs: UpdateJob[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'updates-'));
  source = new FakeReleaseSource();
  jobs = [];
});
afterEach(async () => {
  for (const job of jobs) await job.stop();
  rmSync(folder, { recursive: true });
});

const start = async (settings = AUTOMATIC) => {
  const { world, dependencies } = createUpdateTestEnvironment(folder, source);
  const job = new UpdateJob(dependencies);
  jobs.push(job);
  await job.start();
  job.apply(settings);
  return { job, world };
};
const files = () => readdirSync(path.join(folder, 'updates/files'));
const installer = () => path.join(folder, 'updates/files', `${SHA256}.deb`);
const ready = (world: { status: { download: { state: string } } }) =>
  vi.waitFor(() => expect(world.status.download.state).toBe('ready'), { timeout: 10_000 });

describe('an offered release', () => {
  it('is downloaded, checked and kept under a name of our own', async () => {
    const { job, world } = await start();
    await job.check();
    await ready(world);
    expect(world.status).toMatchObject({ newestOffered: '2.0.0', downloaded: '2.0.0', problem: null });
    expect(readFileSync(installer()).equals(CONTENT)).toBe(true);
    expect(files().sort()).toEqual([`${SHA256}.deb`, `${SHA256}.etag`]);
    expect(world.audit).toEqual(['release-offered', 'update-downloaded']);
    expect(await job.installer()).toMatchObject({ file: installer(), sha256: SHA256 });
  });

  it('waits for the turn of this installation, and is taken back when its roll-out stops', async () => {
    source.rollOutPercent = 99;
    const { job, world } = await start();
    await job.check();
    expect(job.list().releases).toMatchObject([{ version: '2.0.0', standing: 'in-stages' }]);
    expect(world.status).toMatchObject({ newestOffered: null, notCovered: null });
    expect(source.wishes).toEqual([]);
    await expect(job.download()).rejects.toMatchObject({ code: 'update-none' });
    source.rollOutPercent = 100;
    await job.check();
    await ready(world);
    source.rollOutPercent = 0;
    await job.check();
    expect(world.status).toMatchObject({ newestOffered: null, downloaded: null });
    expect(files()).toEqual([]);
  });

  it('waits for the day until which the settings hold new versions back', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { job, world } = await start({ ...AUTOMATIC, holdUntil: tomorrow });
    await job.check();
    expect(job.list()).toMatchObject({ holdUntil: tomorrow, releases: [{ standing: 'held-back' }] });
    expect(world.status.newestOffered).toBeNull();
    expect(source.wishes).toEqual([]);
    job.apply({ ...AUTOMATIC, holdUntil: today });
    await ready(world);
  });

  it('is not thrown away after a start, while no licence says yet what is covered', async () => {
    const first = await start();
    await first.job.check();
    await ready(first.world);
    await first.job.stop();
    const { world, dependencies } = createUpdateTestEnvironment(folder, source);
    world.maintenanceUntil = null;
    const job = new UpdateJob(dependencies);
    jobs.push(job);
    await job.start();
    job.apply(AUTOMATIC);
    await job.reviewReleases();
    expect(files()).toContain(`${SHA256}.deb`);
    world.maintenanceUntil = '2026-12-31';
    await job.reviewReleases();
    await ready(world);
    expect(source.sent).toBe(CONTENT.length);
  });

  it('is not refused because somebody pauses it while it waits for its next try', async () => {
    source.releaseFile = () => Promise.reject(new AppError('back-office-busy'));
    const { world, dependencies } = createUpdateTestEnvironment(folder, source);
    const job = new UpdateJob({ ...dependencies, random: () => 0.9 });
    jobs.push(job);
    await job.start();
    job.apply(AUTOMATIC);
    await job.check();
    await vi.waitFor(() => expect(world.status.download.state).toBe('waiting'));
    await job.pause();
    await vi.waitFor(() => expect(world.status.download.state).toBe('paused'));
    expect(world.status.problem).toBeNull();
    expect(world.audit).toEqual(['release-offered', 'update-paused']);
  });

  it('goes on where it broke off, each time, with the tag of what it has', async () => {
    source.cuts = Array.from({ length: 20 }, () => 20_000);
    const { job, world } = await start();
    await job.check();
    await ready(world);
    expect(source.sent).toBe(CONTENT.length);
    expect(source.wishes.slice(0, 2)).toEqual([
      { releaseId: 'r-2.0.0', from: 0, etag: null },
      { releaseId: 'r-2.0.0', from: 20_000, etag: '"one"' },
    ]);
  });

  it('goes on after a restart of the service', async () => {
    const first = await start();
    source.onPiece = () => {
      if (source.sent > 200_000) void first.job.stop();
    };
    await first.job.check();
    await vi.waitFor(() => expect(source.sent).toBeGreaterThan(200_000));
    await first.job.stop();
    source.onPiece = () => undefined;
    const { world } = await start();
    await ready(world);
    expect(source.wishes.at(-1)).toMatchObject({ etag: '"one"' });
    expect(source.sent).toBeLessThanOrEqual(CONTENT.length * 1.05);
  });

  it('begins anew where the server has another version by now', async () => {
    source.cuts = [20_000];
    const { job, world } = await start();
    source.onPiece = () => {
      source.etag = source.sent > 15_000 ? '"two"' : '"one"';
    };
    await job.check();
    await ready(world);
    expect(readFileSync(installer()).equals(CONTENT)).toBe(true);
  });

  it('is offered only while maintenance covers it, and is tidied away when it does not', async () => {
    const { job, world } = await start();
    await job.check();
    await ready(world);
    world.maintenanceUntil = '2026-04-30';
    await job.reviewReleases();
    expect(world.status).toMatchObject({
      newestOffered: null,
      downloaded: null,
      notCovered: { version: '2.0.0', countsFrom: '2026-05-01' },
    });
    expect(files()).toEqual([]);
  });

  it('waits for a person where downloads are not made by themselves, and rests when told to', async () => {
    const { job, world } = await start(BY_HAND);
    await job.check();
    await job.reviewReleases();
    expect(world.status.download.state).toBe('idle');
    await job.pause();
    expect(world.status.download.state).toBe('paused');
    await job.download();
    await ready(world);
    expect(source.wishes).toHaveLength(1);
  });

  it('says what is here from the first piece on', async () => {
    const { job, world } = await start(AUTOMATIC);
    const told: number[] = [];
    source.onPiece = () => told.push(world.status.download.receivedBytes);
    await job.check();
    await ready(world);
    expect(told[0]).toBeGreaterThan(0);
  });

  it('goes on at the pace of a limit that is set in the middle of a fast download', async () => {
    const { job, world } = await start(AUTOMATIC);
    source.onPiece = () => {
      // What has come by now would take this limit 24 seconds.
      if (source.sent > 480_000) job.apply({ download: true, maxKilobytesPerSecond: 20, holdUntil: null });
    };
    await job.check();
    await ready(world);
  });

  it('keeps to the limit of the line', async () => {
    const { job, world } = await start({ download: true, maxKilobytesPerSecond: 1000, holdUntil: null });
    const before = Date.now();
    await job.check();
    await ready(world);
    expect(Date.now() - before).toBeGreaterThan(400);
  });
});

describe('what is not as signed', () => {
  it('is fetched once more when a stored byte has changed, and is good then', async () => {
    const { job, world } = await start(BY_HAND);
    const part = path.join(folder, 'updates/files', `${SHA256}.part`);
    const kept = Buffer.from(CONTENT.subarray(0, 100_000));
    kept[5] = 0;
    writeFileSync(part, kept);
    await job.check();
    writeFileSync(part, kept);
    await job.download();
    await ready(world);
    expect(readFileSync(installer()).equals(CONTENT)).toBe(true);
  });

  it('is refused by name after a second try, and again only when a person asks', async () => {
    source.file = Buffer.from(CONTENT);
    source.file[7] = 0;
    const { job, world } = await start();
    await job.check();
    await vi.waitFor(() => expect(world.status.problem?.code).toBe('update-hash-mismatch'));
    await vi.waitFor(() => expect(world.audit).toContain('update-refused'));
    expect(source.wishes).toHaveLength(2);
    expect(files()).toEqual([]);
    await job.check();
    await job.reviewReleases();
    expect(source.wishes).toHaveLength(2);
    source.file = CONTENT;
    await job.download();
    await ready(world);
    expect(world.status.problem).toBeNull();
  });

  it('ends a file without an end at its signed size', async () => {
    source.file = Buffer.concat([CONTENT, Buffer.alloc(10 ** 6)]);
    const { job, world } = await start();
    await job.check();
    await vi.waitFor(() => expect(world.status.problem?.code).toBe('update-too-large'));
    expect(source.sent).toBeLessThan(CONTENT.length * 2 + 50_000);
  });

  it('asks once more for a forged index, then says so and keeps the last good one', async () => {
    const { job, world } = await start(BY_HAND);
    source.forgedIndexes = 1;
    expect(await job.check()).toBe('done');
    source.forgedIndexes = 2;
    expect(await job.check()).toBe('refused');
    expect(world.status).toMatchObject({
      newestOffered: '2.0.0',
      problem: { code: 'update-index-refused', params: { reason: 'signature' } },
    });
    await job.check();
    expect(world.status.problem).toBeNull();
  });

  it('is not taken up from a kept index that was changed', async () => {
    const first = await start(BY_HAND);
    await first.job.check();
    const kept = path.join(folder, 'updates/index.jws');
    writeFileSync(
      kept,
      readFileSync(kept, 'utf8').replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    );
    const { job, world } = await start(BY_HAND);
    await job.reviewReleases();
    expect(world.status.newestOffered).toBeNull();
  });

  it('is never handed out once it was changed after its check', async () => {
    const { job, world } = await start();
    await job.check();
    await ready(world);
    writeFileSync(installer(), 'something else');
    await expect(job.installer()).rejects.toMatchObject({ code: 'update-changed' });
    await ready(world);
    expect(readFileSync(installer()).equals(CONTENT)).toBe(true);
  });
});

describe('a disk or a line that does not do', () => {
  it('says that there is no space before it begins', async () => {
    const { job, world } = await start(BY_HAND);
    world.free = 1000;
    await job.check();
    await job.download();
    await vi.waitFor(() => expect(world.status.problem?.code).toBe('update-disk-full'));
    expect(world.status.download).toMatchObject({ state: 'waiting' });
    expect(source.wishes).toHaveLength(0);
    world.free = 10 ** 12;
    await job.download();
    await ready(world);
  });

  it('goes on when the connection is back', async () => {
    const { job, world } = await start(BY_HAND);
    await job.check();
    source.isAway = true;
    await job.download();
    await vi.waitFor(() => expect(world.status.download.state).toBe('waiting'));
    source.isAway = false;
    job.connected();
    await ready(world);
  });
});
