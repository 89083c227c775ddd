import { describe, expect, it } from 'vitest';
import { reconnectWave } from '../bench/reconnect-wave';

/** The same numbers in [0, 1) in every run (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const MINUTE_MS = 60_000;
const CLIENTS = 10_000;

describe('a fleet that has lost its back office (T45)', () => {
  it.each([0.1, 1, 2, 5, 10, 30, 60, 240])('comes back without a storm after %d min', (minutes) => {
    const outage = minutes * MINUTE_MS;
    const { perPart, peakToMean, windowMs, failedTries } = reconnectWave(CLIENTS, outage, seeded(45));
    expect(perPart.reduce((sum, clients) => sum + clients)).toBe(CLIENTS * 0.99);
    expect(peakToMean).toBeLessThanOrEqual(2);
    // Nobody waits for long after a short outage: half as long again, or half a minute.
    expect(windowMs).toBeLessThanOrEqual(Math.min(15 * MINUTE_MS, Math.max(30_000, outage / 2)));
    expect(failedTries).toBeLessThan(20 + minutes / 5);
  });

  it('would come back in a storm with pauses that are all alike', () => {
    expect(reconnectWave(10_000, 61 * MINUTE_MS, () => 0.5).peakToMean).toBeGreaterThan(9);
  });
});
