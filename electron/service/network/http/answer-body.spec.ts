import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { paced, readBody, SLOWEST_PACE } from './answer-body';

const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const readAll = (stream: Readable, maxBytes: number) => readBody(paced(stream, SLOWEST_PACE), maxBytes);

describe('readBody', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('collects a body of exactly the cap', async () => {
    const body = await readAll(Readable.from([Buffer.from('ab'), Buffer.from('cd')]), 4);
    expect(Buffer.from(body).toString()).toBe('abcd');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops at the first byte beyond the cap and reads no further', async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given += 1024;
        this.push(Buffer.alloc(1024));
      },
    });
    expect(await failureOf(readAll(endless, 4096))).toBe('answer-too-large');
    expect(endless.destroyed).toBe(true);
    expect(given).toBeLessThan(200_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  const dripping = (bytesPerSecond: number) => {
    const stream = new Readable({ read: () => undefined });
    const timer = setInterval(() => stream.push(Buffer.alloc(bytesPerSecond)), 1000);
    stream.on('close', () => clearInterval(timer));
    return stream;
  };

  it('gives up on less than 1 kB/s within 30 s', async () => {
    const outcome = failureOf(readAll(dripping(900), 1e9));
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await outcome).toBe('answer-too-slow');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stays with more than that, for as long as it takes', async () => {
    const stream = dripping(1100);
    const outcome = failureOf(readAll(stream, 1e9));
    await vi.advanceTimersByTimeAsync(300_000);
    stream.push(null);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBeNull();
  });
});
