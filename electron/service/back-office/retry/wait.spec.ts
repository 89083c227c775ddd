import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Alarm, wait } from './wait';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new AbortController().signal;

describe('wait', () => {
  it('resolves after its time', async () => {
    const waiting = wait(1000, never());
    await vi.advanceTimersByTimeAsync(1000);
    await expect(waiting).resolves.toBeUndefined();
  });

  it('leaves no timer behind when it is aborted', async () => {
    const controller = new AbortController();
    const waiting = wait(1000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(vi.getTimerCount()).toBe(0);
    await expect(wait(1000, controller.signal)).rejects.toThrow('enough');
  });
});

describe('Alarm', () => {
  it('is over when its time is', async () => {
    const waiting = new Alarm().wait(1000, never());
    await vi.advanceTimersByTimeAsync(1000);
    await expect(waiting).resolves.toBe('over');
  });

  it('is woken before its time, and leaves no timer behind', async () => {
    const alarm = new Alarm();
    const waiting = alarm.wait(1000, never());
    alarm.wake();
    await expect(waiting).resolves.toBe('woken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps a wake for the next wait, once, unless it is cleared', async () => {
    const alarm = new Alarm();
    alarm.wake();
    await expect(alarm.wait(null, never())).resolves.toBe('woken');
    alarm.wake();
    alarm.clear();
    const waiting = alarm.wait(1000, never());
    await vi.advanceTimersByTimeAsync(1000);
    await expect(waiting).resolves.toBe('over');
  });

  it('ends with the signal, also without a time of its own', async () => {
    const controller = new AbortController();
    const waiting = new Alarm().wait(null, controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
