import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Notice } from '@shared/domain/status/status';
import { silentLogger } from '@electron/log/logger';
import { createStateWriter } from './state-file';
import { stateReports } from './state-reports';
import { StorageMonitor, storageTroubleOf } from './storage-monitor';

const PATIENT = { timeout: 10_000 };
let home: string;
let state: string;
let notices: Notice[];
let monitor: StorageMonitor;
const returned = vi.fn();

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'storage-'));
  state = path.join(home, 'state');
  mkdirSync(state);
  notices = [];
  returned.mockClear();
  monitor = new StorageMonitor({
    stateFolder: state,
    diskOf: () => Promise.resolve('/data'),
    publish: (next) => (notices = next),
    returned,
    clock: { now: () => 0 },
    log: silentLogger,
  });
  await monitor.start();
});
afterEach(async () => {
  await monitor.stop();
  rmSync(home, { recursive: true, force: true });
});

/** A file in the place of the folder: root too can write nothing there. */
const breakDisk = () => {
  renameSync(state, `${state}.away`);
  writeFileSync(state, '');
};
const mendDisk = () => {
  rmSync(state);
  renameSync(`${state}.away`, state);
};

it('says that nothing can be stored, goes on in memory and writes it all when it can', async () => {
  expect(notices).toEqual([]);
  breakDisk();
  await createStateWriter(path.join(state, 'a.json'))({ a: 1 });
  await vi.waitFor(() =>
    expect(notices).toMatchObject([{ code: 'storage-failing', params: { disk: '/data', folder: state } }]),
  );
  expect(monitor.trouble).toBe('storage-failing');
  mendDisk();
  await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce(), PATIENT);
  expect(readdirSync(state)).toEqual(['a.json']);
  await vi.waitFor(() => expect(notices).toEqual([]));
});

it('finds at once that the disk is well when somebody asks', async () => {
  breakDisk();
  stateReports.notStored(Object.assign(new Error(), { code: 'ENOSPC' }));
  expect(monitor.trouble).toBe('storage-full');
  mendDisk();
  await monitor.tryNow();
  expect([monitor.trouble, returned.mock.calls.length]).toEqual([null, 1]);
});

it('names a damaged file once, and where it lies', async () => {
  const file = path.join(state, 'licence', 'installed.json');
  stateReports.damaged(file, `${file}.broken-1`);
  stateReports.damaged(file, `${file}.broken-2`);
  await vi.waitFor(() =>
    expect(notices).toMatchObject([
      {
        code: 'state-file-damaged',
        params: { file: 'state/licence/installed.json', folder: path.join(state, 'licence') },
      },
    ]),
  );
});

it.each([
  ['ENOSPC', 'storage-full'],
  ['EDQUOT', 'storage-full'],
  ['EROFS', 'storage-read-only'],
  ['EACCES', 'storage-denied'],
  ['EIO', 'storage-failing'],
])('takes %s for %s', (code, trouble) => {
  expect(storageTroubleOf(Object.assign(new Error(), { code }))).toBe(trouble);
});
