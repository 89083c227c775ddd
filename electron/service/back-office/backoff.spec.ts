import { describe, expect, it } from 'vitest';
import { BACKGROUND_CAP_MS, backoffDelay, spread, WAITING_CAP_MS } from './backoff';

const largest = () => 1 - Number.EPSILON;

describe('backoffDelay', () => {
  it.each([
    [0, false, 2000],
    [1, false, 4000],
    [5, false, 64_000],
    [9, false, BACKGROUND_CAP_MS],
    [2000, false, BACKGROUND_CAP_MS],
    [2, true, 8000],
    [4, true, WAITING_CAP_MS],
  ])('after %i failures, a person waiting: %s, is at most %i ms', (attempt, isPersonWaiting, most) => {
    expect(backoffDelay({ attempt, isPersonWaiting }, largest)).toBe(most);
    expect(backoffDelay({ attempt, isPersonWaiting }, () => 0)).toBe(0);
  });

  it('puts the jitter on top of what the back office asked for', () => {
    const options = { attempt: 0, isPersonWaiting: true, retryAfterMs: 120_000 };
    expect(backoffDelay(options, () => 0)).toBe(120_000);
    expect(backoffDelay(options, () => 0.5)).toBe(121_000);
  });

  /** Any generator with a fixed start will do: the test is to give the same answer every time. */
  const generator = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };

  it('spreads 100 000 installations over the time after an outage of an hour', () => {
    const random = generator(7);
    const outage = 3_600_000;
    const minutes = new Array<number>(15).fill(0);
    for (let installation = 0; installation < 100_000; installation += 1) {
      let at = 0;
      for (let attempt = 0; at < outage; attempt += 1)
        at += backoffDelay({ attempt, isPersonWaiting: false }, random);
      const minute = Math.floor((at - outage) / 60_000);
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    const mean = minutes.reduce((sum, count) => sum + count, 0) / minutes.length;
    expect(Math.max(...minutes) / mean).toBeLessThanOrEqual(2);
  });
});

describe('spread', () => {
  it('stays within a fifth of the interval', () => {
    expect(spread(1000, () => 0)).toBe(800);
    expect(spread(1000, () => 0.5)).toBe(1000);
    expect(spread(1000, largest)).toBe(1200);
  });
});
