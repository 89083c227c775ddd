import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { AppError } from '@shared/errors/app-error';
import { ReportOutbox } from './report-outbox';

const answer = (requestId: string) => ({
  about: 'answer' as const,
  requestId,
  body: { decision: 'denied' as const, at: '2026-03-02T09:00:00.000Z' },
});

let folder: string;
let isConnected: boolean;
let told: { requestId: string; key: string }[];
let refused: string[];
let failure: Error | null;
const send = (requestId: string, _body: unknown, key: string) => {
  told.push({ requestId, key });
  return failure === null ? Promise.resolve() : Promise.reject(failure);
};
const open = async () => {
  const outbox = new ReportOutbox({
    stateFolder: folder,
    reports: { answer: send, ended: send },
    isConnected: () => isConnected,
    onRefused: ({ requestId }, status) => void refused.push(`${requestId} ${status}`),
    log: { info: () => undefined, error: () => undefined },
    clock: systemClock,
  });
  await outbox.open();
  return outbox;
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outbox-'));
  [isConnected, told, refused, failure] = [true, [], [], null];
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps reports over a restart and tells them in order, under the same key', async () => {
  isConnected = false;
  await (await open()).add([answer('a'), answer('b')]);
  expect(told).toEqual([]);
  isConnected = true;
  failure = new AppError('back-office-unreachable');
  const second = await open();
  second.deliver();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  await second.stop();
  failure = null;
  const third = await open();
  third.deliver();
  await vi.waitFor(() => expect(told.map(({ requestId }) => requestId)).toEqual(['a', 'a', 'b']));
  expect(told[0]?.key).toBe(told[1]?.key);
  expect(told[1]?.key).not.toBe(told[2]?.key);
  await third.stop();
  const fourth = await open();
  fourth.deliver();
  await fourth.stop();
  expect(told).toHaveLength(3);
});

it('takes out what the back office will never take, and goes on', async () => {
  failure = new AppError('back-office-error', { status: 409 });
  const outbox = await open();
  await outbox.add([answer('a'), answer('b')]);
  await vi.waitFor(() => expect(refused).toEqual(['a 409', 'b 409']));
  await outbox.stop();
});

it.each([401, 408, 429, 500, 503])('keeps what was answered with %d', async (status) => {
  failure = new AppError('back-office-error', { status });
  const outbox = await open();
  await outbox.add([answer('a')]);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  await outbox.stop();
  failure = null;
  const again = await open();
  again.deliver();
  await vi.waitFor(() => expect(told).toHaveLength(2));
  await again.stop();
  expect(refused).toEqual([]);
});

it('forgets everything when the connection is switched off', async () => {
  isConnected = false;
  const outbox = await open();
  await outbox.add([answer('a')]);
  await outbox.clear();
  isConnected = true;
  const again = await open();
  again.deliver();
  await again.stop();
  expect(told).toEqual([]);
});
