import { Readable } from 'node:stream';
import { AxiosHeaders, type AxiosAdapter } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '@shared/errors/app-error';
import { AnswerHeldBack, type HttpRequest } from '@electron/service/ports/http-client';
import { createHttpClient } from './electron-http-client';

let body: Readable;
const onPiece = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onPiece.mockClear();
  body = new Readable({ read: () => undefined });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const adapter: AxiosAdapter = (config) =>
  Promise.resolve({
    ...{ data: body, status: 200, statusText: '', config },
    headers: AxiosHeaders.from({ 'content-type': 'application/json' }),
  });
const ask = () => {
  const http = createHttpClient({
    ...{ address: 'https://back-office.example/api/v1', userAgent: 'remote-service/1' },
    transport: { adapter },
  });
  const request: HttpRequest = {
    ...{ method: 'GET', path: '/installations/i/events?wait=900', maxBytes: 1000 },
    ...{ deadlineMs: 915_000, accept: ['application/json'] },
    held: { firstByteMs: 15_000, pauseMs: 62_000, onPiece },
  };
  return http.request(request).then(
    (answer) => new TextDecoder().decode(answer.body),
    (error: unknown) => error,
  );
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('an answer that is held open', () => {
  it('is waited for as long as blanks come, however slowly', async () => {
    const answer = ask();
    for (let blanks = 0; blanks < 10; blanks += 1) {
      body.push(' ');
      await pass(50_000);
    }
    body.push('{"cursor":"1"}');
    body.push(null);
    await pass(0);
    expect(await answer).toBe(`${' '.repeat(10)}{"cursor":"1"}`);
    expect(onPiece).toHaveBeenCalledTimes(11);
  });

  it('is given up 62 seconds after its last piece: a dead connection is noticed within 65', async () => {
    const answer = ask();
    body.push(' ');
    await pass(50_000);
    body.push(' ');
    await pass(61_999);
    expect(body.destroyed).toBe(false);
    await pass(1);
    expect(await answer).toMatchObject({ code: 'back-office-timed-out' });
    expect(((await answer) as AppError).cause).not.toBeInstanceOf(AnswerHeldBack);
  });

  it('is told apart from one of which nothing has come at all', async () => {
    const answer = ask();
    await pass(15_000);
    expect(((await answer) as AppError).cause).toBeInstanceOf(AnswerHeldBack);
  });

  it('is given up at its first byte beyond the cap', async () => {
    const answer = ask();
    body.push(' '.repeat(1001));
    await pass(0);
    expect(await answer).toMatchObject({ code: 'answer-too-large' });
  });
});
