import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkMonitor, type MachineSources } from './network-monitor';

let network: string | null;
let resume: () => void;
let random: number;
let onChanged: ReturnType<typeof vi.fn<() => void>>;
let stopListening: ReturnType<typeof vi.fn<() => void>>;
let surroundings: NetworkMonitor;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
  network = 'eth0 10.0.0.2/24';
  random = 0.5;
  onChanged = vi.fn();
  stopListening = vi.fn();
  surroundings = new NetworkMonitor({
    onResume: (listener) => {
      resume = listener;
      return stopListening;
    },
    network: () => network,
    clock: { now: () => Date.now() },
    random: () => random,
    onChanged,
  });
  surroundings.start();
});
afterEach(async () => {
  await surroundings.stop();
  expect(stopListening).toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTime(ms);

describe('a machine that wakes up', () => {
  it.each([0.01, 0.5, 0.999])('is told of within two seconds, spread by chance (%d)', (share) => {
    random = share;
    resume();
    pass(share * 1500 - 1);
    expect(onChanged).not.toHaveBeenCalled();
    pass(1);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is told of at most once in ten seconds, and the last time is never lost', () => {
    for (let times = 0; times < 60; times += 1) {
      resume();
      pass(500);
    }
    expect(onChanged).toHaveBeenCalledTimes(3);
    pass(20_000);
    expect(onChanged).toHaveBeenCalledTimes(4);
  });

  it('is noticed by its clock where the system does not tell', () => {
    surroundings.setNetworkPolling(true);
    pass(60_000);
    expect(onChanged).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    pass(10_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it.each([12 * 365, 1, -1, -12 * 365])('counts like one whose clock is put right by %d days', (days) => {
    surroundings.setNetworkPolling(true);
    pass(60_000);
    vi.setSystemTime(Date.now() + days * 86_400_000);
    pass(10_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
    pass(60_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });
});

describe('another network', () => {
  it('costs no timer while nobody wants it looked at', () => {
    expect(vi.getTimerCount()).toBe(0);
    surroundings.setNetworkPolling(true);
    surroundings.setNetworkPolling(true);
    expect(vi.getTimerCount()).toBe(1);
    surroundings.setNetworkPolling(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told of when it is there, not when the old one goes', () => {
    surroundings.setNetworkPolling(true);
    network = null;
    pass(60_000);
    expect(onChanged).not.toHaveBeenCalled();
    network = 'eth0 192.168.1.7/24';
    pass(10_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
    pass(600_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is no storm when it comes and goes', () => {
    surroundings.setNetworkPolling(true);
    for (let times = 0; times < 12; times += 1) {
      network = `eth0 10.0.0.${times}/24`;
      pass(5000);
    }
    expect(onChanged.mock.calls.length).toBeLessThanOrEqual(6);
  });
});

describe('a watch that wakes nobody', () => {
  const watched = () => {
    const stop = vi.fn();
    const watch = vi.fn<NonNullable<MachineSources['watch']>>(() => stop);
    const monitor = new NetworkMonitor({
      onResume: () => () => undefined,
      ...{ network: () => network, watch, clock: { now: () => Date.now() } },
      ...{ random: () => random, onChanged },
    });
    monitor.setNetworkPolling(true);
    const [, hearers] = watch.mock.calls[0] ?? [];
    if (hearers === undefined) throw new Error('nothing is watched');
    return { monitor, hearers, stop };
  };

  it('takes the place of the timer: a change is acted upon, what only looks like one is not', async () => {
    const { monitor, hearers, stop } = watched();
    expect(vi.getTimerCount()).toBe(0);
    hearers.onChange(false);
    pass(60_000);
    expect(onChanged).not.toHaveBeenCalled();
    network = 'eth0 192.168.1.7/24';
    hearers.onChange(false);
    pass(2000);
    expect(onChanged).toHaveBeenCalledTimes(1);
    pass(20_000);
    hearers.onChange(true);
    pass(2000);
    expect(onChanged).toHaveBeenCalledTimes(2);
    await monitor.stop();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('gives way to the timer where it ends', async () => {
    const { monitor, hearers } = watched();
    hearers.onEnd();
    network = 'eth0 192.168.1.7/24';
    pass(10_000);
    expect(onChanged).toHaveBeenCalledTimes(1);
    await monitor.stop();
  });
});
