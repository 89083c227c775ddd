import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keySetInForce } from '@shared/domain/licence/format/vectors.fixture';
import { TimeFloorStore } from './time-floor-store';

const DAY = 86_400_000;
const START = Date.parse('2026-11-02T00:00:00Z');
const SIGNED_KEYS = Date.parse(keySetInForce.issuedAt);
const timestamp = (time: number) => new Date(time).toISOString();
let home: string;
let file: string;
let now: number;
let elapsed: number;
const open = async (keySet = keySetInForce) => {
  const store = await TimeFloorStore.open(file, { now: () => now }, { now: () => elapsed });
  await store.useKeys(keySet);
  return store;
};
const keysIssued = (time: number) => ({
  ...keySetInForce,
  ...{ version: keySetInForce.version + 1, issuedAt: timestamp(time) },
});
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'floor-'));
  file = path.join(home, 'time-floor.json');
  now = START;
  elapsed = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('TimeFloorStore', () => {
  it('never goes back, whatever becomes of the clock, over a restart too (T44)', async () => {
    const store = await open();
    await store.note({ indexAt: '2026-11-03T00:00:00Z' });
    await store.note({ issuedAt: '2026-11-01T00:00:00Z', indexAt: '2026-10-01T00:00:00Z' });
    now -= 365 * DAY;
    for (const each of [store, await open()]) {
      expect(each.floor()).toBe(START + DAY);
      expect(each.floorSource()).toBe('index');
      expect(each.isClockSuspect()).toBe(true);
    }
    now = START + DAY - 9 * 60_000;
    expect(store.isClockSuspect()).toBe(false);
  });

  it('forgets that the clock was once ahead as soon as the back office proves the time', async () => {
    now = START + 400 * DAY;
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

  it('forgets it by a licence that a person brought, too', async () => {
    now = START + 400 * DAY;
    await (await open()).tick();
    now = START;
    const store = await open();
    await store.noteBrought({ issuedAt: timestamp(START - 90 * DAY) });
    expect(store.isClockSuspect()).toBe(true);
    await store.noteBrought({ issuedAt: timestamp(START - DAY) });
    expect([store.isClockSuspect(), store.floor()]).toEqual([false, START]);
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

describe('a clock that was ten years ahead for a moment (T57)', () => {
  it('leaves nothing behind, and never decides over keys', async () => {
    now = START + 3653 * DAY;
    const ahead = await open();
    await ahead.tick();
    expect(ahead.trust(keySetInForce).keyTime).toBe(SIGNED_KEYS);
    now = START;
    for (const each of [ahead, await open()]) {
      expect([each.isClockSuspect(), each.floor(), each.floorSource()]).toEqual([false, START, 'clock']);
      await each.tick();
    }
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ lastRunAt: START });
  });
});

describe('a clock that was ahead by less than two years (T57)', () => {
  const HOUR = 3_600_000;

  it.each([60 * DAY, 400 * DAY, 700 * DAY])('by %i ms for a moment leaves nothing behind', async (leap) => {
    await (await open()).tick();
    now = START + leap;
    for (const each of [await open(), await open()]) {
      await each.tick();
      now += 300_000;
      await each.tick();
    }
    now = START + 60_000;
    const store = await open();
    await store.tick();
    expect([store.isClockSuspect(), store.floorSource()]).toEqual([false, 'clock']);
  });

  it('is a run when it has stood so for an hour, or when the program was off no longer than a month', async () => {
    let elapsed = 0;
    const openCounting = () => TimeFloorStore.open(file, { now: () => now }, { now: () => elapsed });
    await (await openCounting()).tick();
    now = START + 400 * DAY;
    const store = await openCounting();
    for (elapsed = 0; elapsed <= HOUR; elapsed += HOUR / 4) await store.tick();
    now = START;
    expect([store.isClockSuspect(), store.floor()]).toEqual([true, START + 400 * DAY]);
    now = START + 425 * DAY;
    await (await openCounting()).tick();
    now = START;
    expect((await openCounting()).floor()).toBe(START + 425 * DAY);
  });
});

describe('a signed time far ahead (T57)', () => {
  const FAR = timestamp(START + 365 * DAY);

  it('is no floor, is told, and is forgotten by an answer that agrees with the clock', async () => {
    const store = await open();
    await store.note({ indexAt: FAR, issuedAt: FAR });
    for (const each of [store, await open()]) {
      expect(each.trust(keySetInForce).keyTime).toBe(SIGNED_KEYS);
      expect([each.floor(), each.doubted(), each.isClockSuspect()]).toEqual([START, Date.parse(FAR), true]);
    }
    await store.note({ indexAt: timestamp(START) });
    expect([store.doubted(), store.isClockSuspect()]).toEqual([null, false]);
  });

  it('does not get there in small steps', async () => {
    now = START - 3650 * DAY;
    const store = await open();
    for (let step = 1; step <= 20; step += 1) {
      await store.note({ indexAt: timestamp(SIGNED_KEYS + step * 20 * DAY) });
    }
    expect(store.trust(keySetInForce).keyTime).toBe(SIGNED_KEYS + 20 * DAY);
    elapsed += 100 * DAY;
    await store.note({ indexAt: timestamp(SIGNED_KEYS + 120 * DAY) });
    expect(store.trust(keySetInForce).keyTime).toBe(SIGNED_KEYS + 120 * DAY);
  });

  it('was believed while the clock was ahead: the next honest answer takes it back', async () => {
    now = START + 365 * DAY;
    const store = await open();
    await store.note({ indexAt: FAR, issuedAt: FAR });
    expect(store.floor()).toBe(Date.parse(FAR));
    now = START;
    expect(store.isClockSuspect()).toBe(true);
    await store.note({ indexAt: timestamp(START) });
    for (const each of [store, await open()]) expect(each.floor()).toBe(START);
  });

  it('was believed: a newer key set of the roots puts the floor back to its own time', async () => {
    now = START + 365 * DAY;
    await (await open()).note({ indexAt: FAR, issuedAt: FAR });
    now = START - 365 * DAY;
    const keys = keysIssued(START);
    const store = await open();
    await store.useKeys(keys);
    for (const each of [store, await open(keys)]) {
      expect([each.floor(), each.floorSource()]).toEqual([START, 'key-set']);
    }
  });

  it('was kept by an earlier program beyond the end of every key: it holds no longer', async () => {
    const kept = Date.parse('2099-01-01T00:00:00Z');
    writeFileSync(file, JSON.stringify({ newestIssuedAt: kept, newestIndexAt: kept, lastRunAt: START }));
    const store = await open();
    expect([store.floor(), store.isClockSuspect()]).toEqual([START, false]);
  });
});
