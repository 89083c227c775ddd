import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createEmbeddedService } from './embedded-service';
import { createEmbeddedServiceControl } from './embedded-service-control';
import type { ServiceProcess } from './service-process';

/** A service that answers as soon as its process runs, until the process ends. */
const setUp = ({ answers = true } = {}) => {
  let running: ((code: number) => void) | null = null;
  const startProcess = vi.fn((): ServiceProcess => {
    const ended = new Promise<{ code: number; signal: null }>((resolve) => {
      running = (code) => {
        running = null;
        resolve({ code, signal: null });
      };
    });
    return {
      ended,
      stop: async () => {
        running?.(0);
        await ended;
      },
    };
  });
  const embedded = createEmbeddedService({ startProcess, clock: systemClock, onUnexpectedEnd: vi.fn() });
  const end = vi.fn(() => {
    running?.(0);
    return Promise.resolve({ ok: true, value: { isSupervised: true } });
  });
  const client = { lifetime: { end } } as unknown as ServiceClient;
  const hold = vi.fn();
  const control = createEmbeddedServiceControl({
    embedded,
    client: () => (running !== null && answers ? client : null),
    account: () => 'print',
    hold,
    settleMs: 300,
  });
  return { control, embedded, hold, end, startProcess, crash: () => running?.(1) };
};

const act = (control: ReturnType<typeof setUp>['control'], action: 'start' | 'stop' | 'restart') =>
  control.act(action, { mayAsk: false });

describe('the control of the embedded service', () => {
  it('starts, stops and restarts the child, and says so', async () => {
    const { control, startProcess, end } = setUp();
    expect(await control.status()).toMatchObject({
      state: 'stopped',
      startType: 'with-the-app',
      since: null,
    });
    await act(control, 'start');
    expect(await control.status()).toMatchObject({ mode: 'embedded', state: 'running', account: 'print' });
    await act(control, 'restart');
    expect(startProcess).toHaveBeenCalledTimes(2);
    await act(control, 'stop');
    expect(end).toHaveBeenLastCalledWith({ isForGood: true });
    expect(await control.status()).toMatchObject({
      state: 'stopped',
      lastExit: { code: 0, meaning: 'clean' },
    });
  });

  it('keeps a service that a person stopped from being started by anybody but a person', async () => {
    const { control, hold } = setUp();
    await act(control, 'start');
    await act(control, 'stop');
    expect(hold.mock.calls).toEqual([[false], [true]]);
  });

  it('says how the start failed that nobody answers', async () => {
    const { control, crash } = setUp({ answers: false });
    const starting = act(control, 'start');
    crash();
    await expect(starting).rejects.toMatchObject({
      code: 'service-control-failed',
      params: { meaning: 'could-not-start' },
    });
    expect(await control.status()).toMatchObject({ state: 'starting' });
  });
});
