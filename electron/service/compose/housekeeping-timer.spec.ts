import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HousekeepingTimer } from './housekeeping-timer';

const SECOND = 1000;
let beat: ReturnType<typeof vi.fn<() => void>>;
let timer: HousekeepingTimer;

beforeEach(() => {
  vi.useFakeTimers();
  beat = vi.fn();
  timer = new HousekeepingTimer({ now: () => Date.now() }, beat);
});
afterEach(async () => {
  await timer.stop();
  vi.useRealTimers();
});

it('beats every five minutes where nothing wakes the service', () => {
  timer.start();
  vi.advanceTimersByTime(901 * SECOND);
  expect(beat).toHaveBeenCalledTimes(3);
});

it('beats with a long poll, and its own timer never runs out', () => {
  timer.start();
  timer.processWoke();
  for (let polls = 1; polls <= 20; polls += 1) {
    vi.advanceTimersByTime(50 * SECOND);
    const before = beat.mock.calls.length;
    timer.processWoke();
    expect(beat).toHaveBeenCalledTimes(before + (polls % 5 === 0 ? 1 : 0));
  }
  expect(beat).toHaveBeenCalledTimes(5);
});

it('does not go with every answer of a back office that has much to say', () => {
  timer.start();
  for (let polls = 0; polls < 360; polls += 1) {
    vi.advanceTimersByTime(2 * SECOND);
    timer.processWoke();
  }
  expect(beat).toHaveBeenCalledTimes(3);
});

it('goes on when the clock is put back', () => {
  timer.start();
  timer.processWoke();
  vi.setSystemTime(Date.now() - 3_600_000);
  timer.processWoke();
  expect(beat).toHaveBeenCalledTimes(2);
});

it('is still before it is started and after it was stopped', async () => {
  timer.processWoke();
  timer.start();
  await timer.stop();
  timer.processWoke();
  vi.advanceTimersByTime(300 * SECOND);
  expect(beat).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
