import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errnoOf } from '@electron/service/licence/folder/folder-failure-reason';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';
import { FolderWorkers } from './folder-worker-pool';
import { InProcessWorkers } from './in-process-worker.fixture';

const HANGING = '/hanging';
const QUICK = { slowMs: 250, deadlineMs: 1200, idleMs: 300 };
let home: string;
let hangs: Set<string>;
let processes: InProcessWorkers;
let workers: FolderWorkers;

const make = (limits: Partial<ConstructorParameters<typeof FolderWorkers>[1]> = {}) => {
  processes = new InProcessWorkers((folder) => hangs.has(folder));
  workers = new FolderWorkers(processes.start, { ...QUICK, ...limits });
};
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'folder-workers-'));
  hangs = new Set([HANGING]);
  make();
});
afterEach(() => {
  workers.stop();
  rmSync(home, { recursive: true, force: true });
});

const codeOf = (error: unknown) => errnoOf(error);
const bytes = new TextEncoder().encode('FEATURE a b 1.0 permanent 1\n');
const visit = async (serverId: string) => (await workers.open(serverId, home)).close();

describe('a folder in a worker', () => {
  beforeEach(() => make({ slowMs: 10_000, idleMs: 60_000 }));

  it('does what a folder does', async () => {
    const folder = await workers.open('one', home);
    const before = await folder.fingerprint('a.lic');
    expect(await folder.read('a.lic')).toBeNull();
    await folder.create('a.tmp', bytes, null);
    await folder.rename('a.tmp', 'a.lic');
    await folder.flush();
    expect(await folder.fingerprint('a.lic')).not.toBe(before);
    const file = await folder.read('a.lic');
    expect(file?.sha256).toBe(sha256OfBytes(bytes));
    await folder.create('b.tmp', bytes, file);
    await expect(folder.create('b.tmp', bytes, null)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await folder.freeSpace()).toBeGreaterThan(0);
    writeFileSync(path.join(home, '.remote-service-test.0123456789abcdef.1.tmp'), '');
    expect(await folder.probes()).toEqual(['.remote-service-test.0123456789abcdef.1.tmp']);
    for (const name of ['b.tmp', 'nothing.tmp', ...(await folder.probes())]) await folder.remove(name);
    expect(readdirSync(home)).toEqual(['a.lic']);
    folder.close();
    await expect(folder.read('a.lic')).rejects.toMatchObject({ code: 'EBADF' });
  });

  it('says what the system says', async () => {
    await expect(workers.open('one', path.join(home, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(path.join(home, 'file'), '');
    await expect(workers.open('one', path.join(home, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('lets no name lead out of it', async () => {
    const folder = await workers.open('one', home);
    await expect(folder.read('../secret')).rejects.toMatchObject({ code: 'EINVAL' });
  });
});

describe('workers', () => {
  it('are shared by servers that answer, and end when nobody needs them', async () => {
    make({ slowMs: 10_000 });
    await Promise.all(Array.from({ length: 12 }, (_, at) => visit(`server-${at}`)));
    expect(processes.started).toBe(1);
    await vi.waitFor(() => expect(processes.running).toBe(0));
    await visit('server-0');
    expect(processes.started).toBe(2);
  });

  it('are bounded; who finds no room waits for some', async () => {
    make({ slowMs: 10_000 });
    const open = await Promise.all(Array.from({ length: 32 }, (_, at) => workers.open(`server-${at}`, home)));
    expect(processes.started).toBe(2);
    const late = workers.open('late', home);
    open[0]?.close();
    (await late).close();
    expect(processes.started).toBe(2);
  });

  it('that hang are killed, and keep no other server waiting', async () => {
    make({ idleMs: 60_000 });
    const hanging = workers.open('hanging', HANGING).catch(codeOf);
    const began = performance.now();
    await visit('one');
    expect(performance.now() - began).toBeLessThan(QUICK.deadlineMs / 2);
    await vi.waitFor(() => expect(workers.size).toBe(1));
    // As soon as it is slow, no other server comes to it any more.
    await vi.waitFor(async () => {
      await visit('two');
      expect(processes.started).toBe(2);
    });
    expect(await hanging).toBe('timed-out');
    const again = workers.open('hanging', HANGING).catch(codeOf);
    await visit('three');
    expect(processes.started).toBe(3);
    expect(await again).toBe('timed-out');
  });

  it('that the system does not let go of are not followed by more of them for that server', async () => {
    processes.endsWhenKilled = false;
    const freed = vi.fn();
    workers.onFreed(freed);
    await expect(workers.open('hanging', HANGING)).rejects.toMatchObject({ code: 'timed-out' });
    await expect(workers.open('hanging', HANGING)).rejects.toMatchObject({ code: 'timed-out' });
    await visit('one');
    expect(processes.started).toBe(2);
    hangs.clear();
    processes.letGo();
    expect(freed.mock.calls).toEqual([['hanging']]);
    (await workers.open('hanging', home)).close();
    await visit('hanging');
  });

  it('for slow servers are bounded too, and a server that answers again leaves them', async () => {
    make({ slow: 2 });
    processes.endsWhenKilled = false;
    const all = Array.from({ length: 40 }, (_, at) => workers.open(`hanging-${at}`, HANGING));
    const codes = await Promise.all(all.map((one) => one.catch(codeOf)));
    expect(new Set(codes)).toEqual(new Set(['timed-out']));
    expect(processes.started).toBeLessThanOrEqual(4);
    const before = processes.started;
    await visit('one');
    await expect(workers.open('hanging-0', home)).rejects.toMatchObject({ code: 'timed-out' });
    expect(processes.started).toBeLessThanOrEqual(before + 1);
    processes.letGo();
    processes.endsWhenKilled = true;
    await visit('hanging-0');
    await visit('hanging-0');
  });

  it('end at once when the service stops, with the calls that hang', async () => {
    const hanging = workers.open('hanging', HANGING).catch(codeOf);
    await visit('one');
    workers.stop();
    expect(await hanging).toBe('timed-out');
    await expect(visit('one')).rejects.toMatchObject({ code: 'timed-out' });
    await vi.waitFor(() => expect(processes.running).toBe(0));
  });
});
