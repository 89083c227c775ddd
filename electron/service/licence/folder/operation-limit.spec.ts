import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOperationLimit, OPERATION_LIMIT } from './operation-limit';

const hanging = <T>() => {
  let end: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    end = resolve;
  });
  return { promise, end };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createOperationLimit', () => {
  it('passes results and failures on', async () => {
    const limit = createOperationLimit();
    expect(await limit(() => Promise.resolve('done'))).toBe('done');
    await expect(limit(() => Promise.reject(new Error('EIO')))).rejects.toThrow('EIO');
  });

  it('gives up after 30 s, starts nothing more meanwhile, and lets go of what comes late', async () => {
    const limit = createOperationLimit();
    const { promise, end } = hanging<string>();
    const discard = vi.fn();
    const first = expect(limit(() => promise, discard)).rejects.toMatchObject({ code: 'timed-out' });
    await vi.advanceTimersByTimeAsync(OPERATION_LIMIT);
    await first;
    const next = vi.fn(() => Promise.resolve('next'));
    await expect(limit(next)).rejects.toMatchObject({ code: 'timed-out' });
    expect(next).not.toHaveBeenCalled();
    end('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(discard).toHaveBeenCalledWith('late');
    expect(await limit(next)).toBe('next');
  });
});
