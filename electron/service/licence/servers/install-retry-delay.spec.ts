import { describe, expect, it } from 'vitest';
import { installRetryDelay } from './install-retry-delay';

describe('retryDelay', () => {
  it('climbs 1, 2, 5, 15 minutes, then stays hourly', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map((tries) => installRetryDelay(tries, 0.5) / 60_000)).toEqual([
      1, 2, 5, 15, 60, 60, 60,
    ]);
  });

  it('spreads by a tenth to either side', () => {
    expect(installRetryDelay(1, 0)).toBe(54_000);
    expect(installRetryDelay(1, 0.999)).toBeLessThan(66_000);
  });
});
