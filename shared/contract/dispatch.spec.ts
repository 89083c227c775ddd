import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { call } from './define';
import { answerCall } from './dispatch';

const spec = call({
  access: 'write',
  input: z.strictObject({ count: z.number().int() }),
  output: z.strictObject({ doubled: z.number() }),
  fails: ['settings-locked'],
});
const answer = (handler: (arg: { count: number }) => Promise<unknown>, raw: unknown, report = vi.fn()) =>
  answerCall('test.double', spec, handler, raw, report);

describe('the answer to a call', () => {
  it('is the parsed result', async () => {
    expect(await answer(async ({ count }) => Promise.resolve({ doubled: count * 2 }), { count: 2 })).toEqual({
      ok: true,
      value: { doubled: 4 },
    });
  });

  it.each([
    [{ count: '2' }, 'count'],
    [{ count: 2, extra: true }, ''],
    [JSON.parse('{"count":2,"__proto__":{"polluted":1}}'), ''],
    [null, ''],
    [undefined, ''],
  ])('is bad-input for %j, before the handler is asked', async (raw, at) => {
    const handler = vi.fn();
    expect(await answer(handler, raw)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', params: { at } },
    });
    expect(handler).not.toHaveBeenCalled();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps a declared failure, and reports it with the reference the page sees', async () => {
    const report = vi.fn();
    const error = new AppError('settings-locked', { by: 'x' });
    const reply = await answer(() => Promise.reject(error), { count: 1 }, report);
    expect(reply).toMatchObject({ ok: false, error: { code: 'settings-locked', params: { by: 'x' } } });
    expect(report).toHaveBeenCalledWith(reply.ok ? '' : reply.error.ref, 'test.double', error);
  });

  it.each([
    ['an undeclared failure', () => Promise.reject(new AppError('disk-full', { path: '/secret' }))],
    ['a plain exception', () => Promise.reject(new Error('detail'))],
    ['a result with a stray field', () => Promise.resolve({ doubled: 4, secret: 'x' })],
  ])('is internal without any detail for %s', async (_name, handler) => {
    const reply = await answer(handler, { count: 1 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', params: {} } });
    expect(JSON.stringify(reply)).not.toMatch(/secret|detail/);
  });
});
