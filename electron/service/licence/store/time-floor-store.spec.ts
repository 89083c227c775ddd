import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TimeFloorStore } from './time-floor-store';

const START = Date.parse('2026-11-02T00:00:00Z');
let home: string;
let file: string;
let now: number;
const open = () => TimeFloorStore.open(file, { now: () => now });
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'floor-'));
  file = path.join(home, 'time-floor.json');
  now = START;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('TimeFloorStore', () => {
  it('never goes back, whatever becomes of the clock, over a restart too', async () => {
    const store = await open();
    await store.note({ indexAt: '2026-11-03T00:00:00Z' });
    await store.note({ issuedAt: '2026-11-01T00:00:00Z', indexAt: '2026-10-01T00:00:00Z' });
    now -= 365 * 86_400_000;
    for (const each of [store, await open()]) {
      expect(each.floor()).toBe(START + 86_400_000);
      expect(each.isClockSuspect()).toBe(true);
    }
    now = START + 86_400_000 - 9 * 60_000;
    expect(store.isClockSuspect()).toBe(false);
  });

  it('forgets that the clock was once ahead as soon as the back office proves the time', async () => {
    now = START + 400 * 86_400_000;
    await (await open()).tick();
    now = START;
    const store = await open();
    expect([store.isClockSuspect(), store.signedFloor()]).toEqual([true, START]);
    await store.note({ issuedAt: '2026-11-01T23:59:00Z' });
    expect(store.isClockSuspect()).toBe(true);
    await store.note({ indexAt: '2026-11-02T00:00:01Z' });
    for (const each of [store, await open()]) {
      expect([each.isClockSuspect(), each.floor()]).toEqual([false, START + 1000]);
    }
    now += 301_000;
    await store.tick();
    now = START;
    expect((await open()).floor()).toBe(START + 301_000);
  });

  it('notes the time of the run at once, on disk at most every five minutes', async () => {
    const store = await open();
    await store.tick();
    const first = statSync(file).ino;
    now += 299_000;
    await store.tick();
    expect(statSync(file).ino).toBe(first);
    now -= 3_600_000;
    expect(store.floor()).toBe(START + 299_000);
    now += 3_601_000;
    await store.tick();
    expect(statSync(file).ino).not.toBe(first);
    now -= 3_600_000;
    expect((await open()).floor()).toBe(START + 300_000);
  });
});
