import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recoverPage } from './page-recovery';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const watched = () => {
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const clock = { time: 0, now: () => clock.time };
  const onGivenUp = vi.fn();
  recoverPage(contents as unknown as WebContents, { clock, log: vi.fn(), onGivenUp });
  const crash = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 11 });
  const fail = (code: number, isMainFrame: boolean) =>
    contents.emit('did-fail-load', {}, code, 'ERR', 'app://page/', isMainFrame);
  const { reload, forcefullyCrashRenderer: end } = contents;
  return { contents, reload, end, clock, onGivenUp, crash, fail };
};

it('loads a page again whose process has crashed or was killed, and no other', () => {
  const { reload, crash, onGivenUp } = watched();
  crash('clean-exit');
  expect(reload).not.toHaveBeenCalled();
  crash();
  crash('killed');
  expect(reload).toHaveBeenCalledTimes(2);
  expect(onGivenUp).not.toHaveBeenCalled();
});

it('loads a page again that could not be loaded; a part of it, or a load that another replaced, is none', () => {
  const { reload, fail } = watched();
  fail(-6, false);
  fail(-3, true);
  expect(reload).not.toHaveBeenCalled();
  fail(-6, true);
  expect(reload).toHaveBeenCalledOnce();
});

it('gives up at the fourth end within a minute, and begins to count anew', () => {
  const { reload, crash, onGivenUp } = watched();
  for (let end = 0; end < 4; end += 1) crash();
  expect(reload).toHaveBeenCalledTimes(3);
  expect(onGivenUp).toHaveBeenCalledOnce();
  crash();
  expect(reload).toHaveBeenCalledTimes(4);
});

it('takes ends that lie a minute apart for what they are', () => {
  const { reload, clock, crash, onGivenUp } = watched();
  for (let end = 0; end < 10; end += 1) {
    crash();
    clock.time += 30_000;
  }
  expect(reload).toHaveBeenCalledTimes(10);
  expect(onGivenUp).not.toHaveBeenCalled();
});

it('ends the process of a page that does not come to an end of loading, and of no other', () => {
  const { contents, end } = watched();
  contents.emit('did-start-loading');
  vi.advanceTimersByTime(29_000);
  contents.emit('did-stop-loading');
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
  contents.emit('did-start-loading');
  vi.advanceTimersByTime(30_000);
  expect(end).toHaveBeenCalledOnce();
});

it('leaves a page alone that has gone while it was loading', () => {
  const { contents, end } = watched();
  contents.emit('did-start-loading');
  contents.emit('destroyed');
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
});
