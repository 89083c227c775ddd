import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startNetworkThread } from './network-thread';

let folder: string;
let file: string;
let stop: () => void;
const onChange = vi.fn<(hasLeapt: boolean) => void>();
const onEnd = vi.fn<() => void>();

const start = (options: { everyMs: number; sleptMs: number }, files = [file]) => {
  stop = startNetworkThread(files, options, { onChange, onEnd });
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'network-'));
  file = path.join(folder, 'route');
  await writeFile(file, 'eth0 1');
  vi.clearAllMocks();
});
afterEach(async () => {
  stop();
  await rm(folder, { recursive: true });
});

it('tells a change of a file, and that the clock stood still for it', async () => {
  start({ everyMs: 5, sleptMs: 60_000 });
  // The thread may have begun before or after the first of them; it cannot have missed all.
  await vi.waitFor(async () => {
    await writeFile(file, `eth0 ${Math.random()}`);
    expect(onChange).toHaveBeenCalledWith(false);
  });
  expect(onChange).not.toHaveBeenCalledWith(true);
});

it('tells a change behind the first page of a file', async () => {
  const behind = 5 * 4096;
  await writeFile(file, 'x'.repeat(behind + 1));
  const handle = await open(file, 'r+');
  try {
    start({ everyMs: 5, sleptMs: 60_000 });
    // Written in place: a file that is made anew is empty for a moment.
    await vi.waitFor(async () => {
      await handle.write(String(Math.floor(Math.random() * 10)), behind);
      expect(onChange.mock.calls.length).toBeGreaterThan(2);
    });
  } finally {
    await handle.close();
  }
});

it('tells that more time has passed by the clock than it slept', async () => {
  start({ everyMs: 5, sleptMs: -1 });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith(true));
});

it('says so where it cannot look', async () => {
  start({ everyMs: 5, sleptMs: 60_000 }, [path.join(folder, 'none')]);
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1));
});
