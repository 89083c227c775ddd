import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { createEmbeddedService } from './embedded-service';
import type { ServiceProcess } from './service-process';

type End = { code: number | null; signal: NodeJS.Signals | null };

const makeProcesses = () => {
  const ends: ((end: End) => void)[] = [];
  const stop = vi.fn();
  const startProcess = vi.fn((): ServiceProcess => {
    const ended = new Promise<End>((resolve) => ends.push(resolve));
    return {
      ended,
      stop: async () => {
        stop();
        ends.at(-1)?.({ code: 0, signal: null });
        await ended;
      },
    };
  });
  return { startProcess, stop, endLast: (code: number) => ends.at(-1)?.({ code, signal: null }) };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the embedded service', () => {
  it('is started again with growing pauses, and with the shortest one after a healthy run', async () => {
    const { startProcess, endLast } = makeProcesses();
    const delays: number[] = [];
    const onUnexpectedEnd = ({ nextStartInMs }: { nextStartInMs: number }) => void delays.push(nextStartInMs);
    const service = createEmbeddedService({ startProcess, clock: systemClock, onUnexpectedEnd });
    service.start();
    for (let run = 1; run <= 8; run += 1) {
      expect(startProcess).toHaveBeenCalledTimes(run);
      endLast(1);
      await vi.advanceTimersByTimeAsync(0);
      await vi.advanceTimersByTimeAsync(delays.at(-1) ?? 0);
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    await vi.advanceTimersByTimeAsync(60_000);
    endLast(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(delays.at(-1)).toBe(500);
    expect(startProcess).toHaveBeenCalledTimes(10);
  });

  it('is not started again after it was asked to stop', async () => {
    const { startProcess, stop } = makeProcesses();
    const onUnexpectedEnd = vi.fn();
    const service = createEmbeddedService({ startProcess, clock: systemClock, onUnexpectedEnd });
    service.start();
    await service.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(stop).toHaveBeenCalledOnce();
    expect(startProcess).toHaveBeenCalledOnce();
    expect(onUnexpectedEnd).not.toHaveBeenCalled();
  });

  it('gives up a start that is still waiting when it is asked to stop', async () => {
    const { startProcess, endLast } = makeProcesses();
    const service = createEmbeddedService({ startProcess, clock: systemClock, onUnexpectedEnd: vi.fn() });
    service.start();
    endLast(1);
    await vi.advanceTimersByTimeAsync(100);
    await service.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(startProcess).toHaveBeenCalledOnce();
  });
});
