import type { ActivityEntry } from '@shared/domain/activity/activity';
import { AppError } from '@shared/errors/app-error';
import { expect, it, vi } from 'vitest';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { useActivityStore } from './activity-store';
import { storesOf } from './store-app.fixture';

const entry = (number: number): ActivityEntry => ({
  number,
  at: '2026-03-02T09:00:00.000Z',
  kind: 'connected',
  actor: 'service',
  detail: {},
});

const begin = async (size: number) => {
  const log = { size, isBroken: false };
  const app = fakeApp({
    activity: {
      read: ({ before, limit }) => {
        if (log.isBroken) return Promise.reject(new AppError('service-stopped'));
        const top = (before ?? log.size + 1) - 1;
        const entries = Array.from({ length: Math.min(top, limit) }, (_each, at) => entry(top - at));
        return Promise.resolve({ entries, total: log.size, brokenAt: null });
      },
    },
  });
  const store = useActivityStore(storesOf(app));
  store.start();
  await vi.waitFor(() => expect(store.isRead).toBe(true));
  return { app, store, log };
};
const numbers = (store: ReturnType<typeof useActivityStore>) => store.entries.map(({ number }) => number);

it('reads newest first and pages to the very first entry', async () => {
  const { store, app } = await begin(450);
  expect(numbers(store)[0]).toBe(450);
  await store.loadOlder();
  await store.loadOlder();
  expect(numbers(store)).toEqual(Array.from({ length: 450 }, (_each, at) => 450 - at));
  expect(store.hasOlder).toBe(false);
  await store.loadOlder();
  expect(app.argumentsOf('activity.read')).toHaveLength(3);
});

it('puts what happens now on top, and reads again when something was missed', async () => {
  const { app, store, log } = await begin(3);
  app.emit('activity', 'appended', { entries: [entry(4)] });
  app.emit('activity', 'appended', { entries: [entry(4)] });
  expect(numbers(store)).toEqual([4, 3, 2, 1]);
  expect(store.total).toBe(4);
  log.size = 7;
  app.emit('activity', 'appended', { entries: [entry(7)] });
  await vi.waitFor(() => expect(numbers(store)[0]).toBe(7));
  expect(numbers(store)).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

it('keeps what it has when reading fails', async () => {
  const { store, log } = await begin(300);
  log.isBroken = true;
  await store.loadOlder();
  expect(store.failure?.code).toBe('service-stopped');
  expect(store.entries).toHaveLength(200);
});
