import { describe, expect, it } from 'vitest';
import { reconnectWave } from '../bench/reconnect-wave';

/** The same numbers in [0, 1) in every run (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const HOUR_MS = 3_600_000;

describe('a fleet that has lost its back office', () => {
  it.each([1, 4])('comes back without a storm after %i h', (hours) => {
    const { perMinute, peakToMean, failedTries } = reconnectWave(10_000, hours * HOUR_MS, seeded(45));
    expect(perMinute.reduce((sum, clients) => sum + clients)).toBe(10_000);
    expect(peakToMean).toBeLessThanOrEqual(2);
    expect(failedTries).toBeLessThan(10 + hours * 8);
  });

  it('would come back in a storm with pauses that are all alike', () => {
    expect(reconnectWave(10_000, HOUR_MS, () => 0.5).peakToMean).toBeGreaterThan(10);
  });
});
