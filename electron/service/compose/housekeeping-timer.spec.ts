import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pulse } from './housekeeping-timer';

const SECOND = 1000;
let beat: ReturnType<typeof vi.fn<() => void>>;
let pulse: Pulse;

beforeEach(() => {
  vi.useFakeTimers();
  beat = vi.fn();
  pulse = new Pulse({ now: () => Date.now() }, beat);
});
afterEach(async () => {
  await pulse.stop();
  vi.useRealTimers();
});

it('beats every minute where nothing wakes the service', () => {
  pulse.start();
  vi.advanceTimersByTime(181 * SECOND);
  expect(beat).toHaveBeenCalledTimes(3);
});

it('beats with a long poll, and its own timer never runs out', () => {
  pulse.start();
  for (let polls = 0; polls < 20; polls += 1) {
    vi.advanceTimersByTime(50 * SECOND);
    expect(beat).toHaveBeenCalledTimes(polls);
    pulse.awake();
  }
  expect(beat).toHaveBeenCalledTimes(20);
});

it('does not go with every answer of a back office that has much to say', () => {
  pulse.start();
  for (let polls = 0; polls < 60; polls += 1) {
    vi.advanceTimersByTime(2 * SECOND);
    pulse.awake();
  }
  expect(beat).toHaveBeenCalledTimes(4);
});

it('goes on when the clock is put back', () => {
  pulse.start();
  pulse.awake();
  vi.setSystemTime(Date.now() - 3_600_000);
  pulse.awake();
  expect(beat).toHaveBeenCalledTimes(2);
});

it('is still before it is started and after it was stopped', async () => {
  pulse.awake();
  pulse.start();
  await pulse.stop();
  pulse.awake();
  vi.advanceTimersByTime(300 * SECOND);
  expect(beat).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
