import { describe, expect, it } from 'vitest';
import { BACKGROUND_CAP_MS, backoffDelay, spread, WAITING_CAP_MS } from './backoff';

const largest = () => 1 - Number.EPSILON;

describe('backoffDelay', () => {
  it.each([
    [0, 2000],
    [2, 8000],
    [4, WAITING_CAP_MS],
    [2000, WAITING_CAP_MS],
  ])('after %i failures, while a person waits, is at most %i ms', (attempt, most) => {
    const options = { attempt, outageMs: 3_600_000, isOperatorPresent: true };
    expect(backoffDelay(options, largest)).toBe(most);
    expect(backoffDelay(options, () => 0)).toBe(0);
  });

  it.each([
    [0, 30_000],
    [60_000, 30_000],
    [600_000, 300_000],
    [1_800_000, BACKGROUND_CAP_MS],
    [86_400_000, BACKGROUND_CAP_MS],
  ])('%i ms into an outage, in the background, is at most %i ms', (outageMs, most) => {
    const options = { attempt: 1, outageMs, isOperatorPresent: false };
    expect(backoffDelay(options, largest)).toBe(most);
    expect(backoffDelay(options, () => 0)).toBe(0);
  });

  it('puts the jitter on top of what the back office asked for', () => {
    const options = { attempt: 0, outageMs: 0, isOperatorPresent: true, retryAfterMs: 120_000 };
    expect(backoffDelay(options, () => 0)).toBe(120_000);
    expect(backoffDelay(options, () => 0.5)).toBe(121_000);
  });
});

describe('spread', () => {
  it('stays within a fifth of the interval', () => {
    expect(spread(1000, () => 0)).toBe(800);
    expect(spread(1000, () => 0.5)).toBe(1000);
    expect(spread(1000, largest)).toBe(1200);
  });
});
