import { describe, expect, it } from 'vitest';
import {
  agreedTime,
  floorOf,
  isBelieved,
  isClockSuspect,
  latestTime,
  signedFloor,
  signedTime,
  timeFloor,
  type KnownTimes,
} from './time-floor';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 366 * DAY;
const NOW = Date.parse('2026-11-02T00:00:00Z');
const none: KnownTimes = {
  clock: NOW,
  ...{ keySetAt: null, newestIssuedAt: null, newestIndexAt: null, lastRunAt: null, doubtedAt: null },
};

describe('the floor', () => {
  it('is the clock while nothing else is known', () => {
    expect(floorOf(none)).toEqual({ time: NOW, source: 'clock' });
  });

  it.each([
    ['keySetAt', 'key-set'],
    ['newestIssuedAt', 'licence'],
    ['newestIndexAt', 'index'],
    ['lastRunAt', 'last-run'],
  ])('is never before %s, and names it', (name, source) => {
    expect(floorOf({ ...none, [name]: NOW + 4 })).toEqual({ time: NOW + 4, source });
    expect(timeFloor({ ...none, clock: NOW + 7, [name]: NOW + 4 })).toBe(NOW + 7);
  });

  it('forgets a run that was years ahead, unless what is signed speaks against the clock', () => {
    const once = { ...none, lastRunAt: NOW + 10 * YEAR };
    expect([timeFloor(once), isClockSuspect(once)]).toEqual([NOW, false]);
    const putBack = { ...once, newestIndexAt: NOW + DAY };
    expect([timeFloor(putBack), isClockSuspect(putBack)]).toEqual([NOW + 10 * YEAR, true]);
    expect(timeFloor({ ...none, lastRunAt: NOW + YEAR })).toBe(NOW + YEAR);
  });
});

describe('the times that decide', () => {
  const mixed = { ...none, keySetAt: NOW - 9, newestIndexAt: NOW - 4, lastRunAt: NOW + YEAR };

  it('over keys it is never a clock of this machine', () => {
    expect(signedTime(mixed)).toBe(NOW - 4);
    expect(signedTime({ ...mixed, clock: NOW + 10 * YEAR })).toBe(NOW - 4);
  });

  it('over days it is never the last run', () => {
    expect(signedFloor(mixed)).toBe(NOW);
  });

  it('over a moment it is what the clock and the signed times agree on', () => {
    expect(agreedTime({ ...mixed, clock: NOW + 10 * YEAR })).toBe(NOW - 4);
    expect(agreedTime({ ...mixed, newestIndexAt: NOW + YEAR })).toBe(NOW);
  });

  it('over a time of issue it is the latest, and nothing where the clock is certainly wrong', () => {
    expect(latestTime({ ...mixed, doubtedAt: NOW + 2 * YEAR })).toBe(NOW + 2 * YEAR);
    expect(latestTime({ ...mixed, clock: NOW - DAY })).toBeNull();
  });
});

describe('isBelieved', () => {
  it('takes a signed time near the clock or near the one before it', () => {
    expect(isBelieved(NOW + 31 * DAY, { clock: NOW, anchor: 0 })).toBe(true);
    expect(isBelieved(NOW + 31 * DAY, { clock: 0, anchor: NOW })).toBe(true);
    expect(isBelieved(NOW + 31 * DAY + 1, { clock: NOW, anchor: NOW })).toBe(false);
  });
});

describe('isClockSuspect', () => {
  it('warns when the clock is behind by more than 10 minutes', () => {
    expect(isClockSuspect({ ...none, lastRunAt: NOW + 10 * MINUTE })).toBe(false);
    expect(isClockSuspect({ ...none, lastRunAt: NOW + 10 * MINUTE + 1 })).toBe(true);
    expect(isClockSuspect({ ...none, doubtedAt: NOW + YEAR })).toBe(true);
    expect(isClockSuspect({ ...none, lastRunAt: NOW - YEAR })).toBe(false);
  });
});
