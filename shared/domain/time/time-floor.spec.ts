import { describe, expect, it } from 'vitest';
import { isClockSuspect, timeFloor } from './time-floor';

const none = { newestIssuedAt: null, newestIndexAt: null, lastRunAt: null };
const MINUTE = 60_000;

describe('timeFloor', () => {
  it('is the clock while nothing else is known', () => {
    expect(timeFloor({ clock: 5, ...none })).toBe(5);
  });

  it.each(['newestIssuedAt', 'newestIndexAt', 'lastRunAt'])('is never before %s', (name) => {
    expect(timeFloor({ clock: 5, ...none, [name]: 9 })).toBe(9);
    expect(timeFloor({ clock: 12, ...none, [name]: 9 })).toBe(12);
  });
});

describe('isClockSuspect', () => {
  it('warns when the clock is behind by more than 10 minutes', () => {
    expect(isClockSuspect({ clock: 0, ...none, lastRunAt: 10 * MINUTE })).toBe(false);
    expect(isClockSuspect({ clock: 0, ...none, lastRunAt: 10 * MINUTE + 1 })).toBe(true);
    expect(isClockSuspect({ clock: 99 * MINUTE, ...none, lastRunAt: 0 })).toBe(false);
  });
});
