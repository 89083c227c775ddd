import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from './licence-backups';
import {
  CALL_CLASSES,
  disk,
  type CallClass,
  type Fault,
} from '@electron/service/licence/folder/faulty-fs.fixture';
import { FolderAccess } from '@electron/service/licence/folder/worker/folder-access';
import { FolderWorkers } from '@electron/service/licence/folder/worker/folder-worker-pool';
import { InProcessWorkers } from '@electron/service/licence/folder/worker/in-process-worker.fixture';
import { openInstallJournal } from './install-journal';
import { LicenceInstaller, type LicenceContent } from './licence-installer';
import { removeUnfinishedFiles } from '@electron/service/licence/folder/unfinished-files';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

vi.mock('node:fs/promises', async () =>
  (await import('@electron/service/licence/folder/faulty-fs.fixture')).faultyPromises(),
);
vi.mock('node:fs', async () =>
  (await import('@electron/service/licence/folder/faulty-fs.fixture')).faultyFs(),
);

/** The long run has more of them. */
const ROUNDS = process.env['TEST_LONG'] === undefined ? 100 : 500;
const ERRORS = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EXDEV', 'EDQUOT', 'ETXTBSY'] as const;
const FILE = 'prismadirect.lic';
const SERVERS = ['one', 'two', 'share'] as const;

const licenceOf = (users: number): LicenceContent => {
  const bytes = new TextEncoder().encode(
    `FEATURE print vendord 2026.0630 31-dec-2026 ${users} SN=PD-0042-7781\n`,
  );
  return { bytes, sha256: sha256OfBytes(bytes), sequence: users };
};
const OLD = licenceOf(25);
const NEW = licenceOf(50);
const textOf = ({ bytes }: LicenceContent) => new TextDecoder().decode(bytes);

/** mulberry32: the same faults for the same seed. */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
/** Another one every day, so that not always the same points are hit. */
const SEED = Math.floor(Date.now() / 86_400_000);
const random = randomFrom(SEED);
const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;

let home: string;
let state: string;
const folderOf = (server: string) => path.join(home, server);
const live = (server: string) => readFileSync(path.join(folderOf(server), FILE), 'utf8');
/** The half-written ones of the service's own are removed at its next start. */
const backupsOf = (server: string) =>
  readdirSync(path.join(state, 'backup', server)).filter((name) => !name.endsWith('.tmp'));
const workers = new FolderWorkers(new InProcessWorkers().start, { slowMs: 30_000 });

beforeAll(() => {
  // Not in the memory of /dev/shm: that is a folder of the system, where no licence is put.
  home = mkdtempSync(path.join(tmpdir(), 'faults-'));
  state = path.join(home, 'state');
  for (const name of ['state', ...SERVERS]) mkdirSync(path.join(home, name));
  for (const server of SERVERS) writeFileSync(path.join(folderOf(server), FILE), OLD.bytes);
});
afterAll(() => {
  workers.stop();
  rmSync(home, { recursive: true, force: true });
});

let temporary = 0;
/** As the service does after a start. */
const startUp = async () => {
  await removeUnfinishedFiles(state);
  expect(readdirSync(state, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
  const access = new FolderAccess({ workers, isOnNetwork: () => Promise.resolve(false) });
  access.setServers(SERVERS.map((id) => ({ id, kind: id === 'share' ? 'remote' : 'local' })));
  const journal = await openInstallJournal(path.join(state, 'journal.jsonl'), () => Promise.resolve());
  const backups = new LicenceBackups(path.join(state, 'backup'), systemClock);
  const randomHex = (count: number) => (++temporary).toString(16).padStart(count * 2, '0');
  const installer = new LicenceInstaller({
    journal,
    backups,
    clock: systemClock,
    randomHex,
    openFolder: access.open,
    renamePatience: 100,
  });
  return { journal, backups, installer };
};
type Running = Awaited<ReturnType<typeof startUp>>;

const installEverywhere = async ({ installer }: Running, licence: LicenceContent) => {
  await installer.recover();
  return Promise.all(
    SERVERS.map((server) =>
      installer.install({ serverId: server, folder: folderOf(server), fileName: FILE }, licence),
    ),
  );
};

const expectNothingLeft = async ({ journal, backups }: Running, when: string) => {
  expect(journal.open(), when).toEqual([]);
  for (const server of SERVERS) {
    expect(readdirSync(folderOf(server)), when).toEqual([FILE]);
    const names = backupsOf(server);
    const kept = await Promise.all(names.map((name) => backups.read(server, name)));
    expect(kept, when).not.toContain(null);
    expect(
      kept.map((file) => file?.sha256),
      when,
    ).toContain(OLD.sha256);
  }
};

/** How often each class of call is made, by where it is made, when all goes well. */
const countCalls = async () => {
  const points: Pick<Fault, 'root' | 'call' | 'at'>[] = [];
  // With backups to be rotated out, as it is from then on.
  for (const licence of [NEW, OLD, NEW, OLD]) await installEverywhere(await startUp(), licence);
  for (const name of ['state', ...SERVERS]) {
    const root = path.join(home, name);
    disk.watch(root);
    await installEverywhere(await startUp(), NEW);
    const made = new Map<CallClass, number>(disk.calls);
    disk.watch('');
    await installEverywhere(await startUp(), OLD);
    for (const [call, count] of made) for (let at = 1; at <= count; at += 1) points.push({ root, call, at });
  }
  return points;
};

const wordsOf = ({ root, call, error, at, times, isLate, isForAll }: Fault, round: number) =>
  `seed ${SEED}, round ${round}: ${error} ${isLate ? 'after' : 'at'} ${call} ${at} ` +
  `(${isForAll ? 'and all that follows' : `${times} times`}) in ${path.basename(root)}`;

it(
  `leaves old or new files and nothing else after ${ROUNDS} faults of the disk (seed ${SEED})`,
  { timeout: 240_000 },
  async () => {
    const points = await countCalls();
    expect(new Set(points.map(({ call }) => call))).toEqual(new Set(CALL_CLASSES));
    let hits = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const times = oneOf([1, 1, 2, 1000]);
      const isForAll = times === 1 && random() < 0.3;
      const fault = { ...oneOf(points), error: oneOf(ERRORS), times, isLate: random() < 0.3, isForAll };
      const when = wordsOf(fault, round);
      const running = await startUp();
      disk.watch(fault.root, fault);
      const results = await installEverywhere(running, NEW).catch(() => null);
      if ((disk.calls.get(fault.call) ?? 0) >= fault.at) hits += 1;
      disk.watch('');
      for (const [at, server] of SERVERS.entries()) {
        expect([textOf(OLD), textOf(NEW)], when).toContain(live(server));
        const result = results?.[at];
        if (result !== undefined && !('reason' in result)) expect(live(server), when).toBe(textOf(NEW));
        // A fault of one server is none of the others'.
        else if (path.basename(fault.root) !== 'state') expect(fault.root, when).toBe(folderOf(server));
      }
      // The same run goes on, or another begins after a crash.
      const later = random() < 0.5 ? running : await startUp();
      await installEverywhere(later, NEW);
      for (const server of SERVERS) expect(live(server), when).toBe(textOf(NEW));
      await expectNothingLeft(later, when);
      await restoreEverywhere(later, when);
    }
    expect(hits).toBeGreaterThan(ROUNDS / 2);
  },
);

/** Back from the backups, which is what they are for, and where the next round begins. */
const restoreEverywhere = async (running: Running, when: string) => {
  for (const server of SERVERS) {
    const files = await Promise.all(backupsOf(server).map((name) => running.backups.read(server, name)));
    const backup = files.find((file) => file?.sha256 === OLD.sha256);
    if (backup == null) throw new Error(`${when}: no backup`);
    const target = { serverId: server, folder: folderOf(server), fileName: FILE };
    await running.installer.install(target, { bytes: backup.bytes, sha256: backup.sha256, sequence: null });
    expect(live(server), when).toBe(textOf(OLD));
  }
};
