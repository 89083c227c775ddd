import { checkChange } from '@shared/domain/connection/check-change';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import { wholeStatus } from '@shared/domain/status/status-change';
import { AppError } from '@shared/errors/app-error';
import { expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { snapshotFixture } from '@renderer/bridge/status.fixture';
import { useCheckStore } from './check-store';
import { useStatusStore } from './status-store';
import { storesOf } from './store-app.fixture';

const ID = '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a10';
const checkFixture = (rev: number, outcome: ConnectionCheck['outcome'] = 'running'): ConnectionCheck => ({
  ...{ id: ID, rev, startedAt: '2026-03-02T09:00:00.000Z', account: 'print', outcome, stages: [] },
  finishedAt: outcome === 'running' ? null : '2026-03-02T09:00:05.000Z',
});

const begin = (first: ConnectionCheck | null = checkFixture(1)) => {
  const cancel = vi.fn(() => Promise.resolve());
  const app = fakeApp({
    status: { read: () => Promise.resolve(snapshotFixture(1)) },
    check: {
      start: () => Promise.resolve({ id: ID }),
      read: () => Promise.resolve({ check: first }),
      copyText: () => Promise.resolve({ isCopied: true }),
      cancel,
    },
  });
  const pinia = storesOf(app);
  const store = useCheckStore(pinia);
  store.start();
  return { app, store, cancel, status: useStatusStore(pinia) };
};

it('begins a check when it is opened, and follows it to its end', async () => {
  const { app, store } = begin();
  const opening = store.open();
  expect([store.isOpen, store.isRunning]).toEqual([true, true]);
  await opening;
  app.emit('check', 'progress', checkChange(null, checkFixture(3)));
  app.emit('check', 'progress', checkChange(null, checkFixture(2, 'failed')));
  expect(store.check?.rev).toBe(3);
  app.emit('check', 'progress', checkChange(null, checkFixture(4, 'passed')));
  expect([store.isRunning, store.check?.outcome]).toEqual([false, 'passed']);
});

it('keeps what it was told while the answer was on its way', async () => {
  const { app, store } = begin(checkFixture(1));
  const opening = store.open();
  app.emit('check', 'progress', checkChange(null, checkFixture(9, 'passed')));
  await opening;
  expect(store.check?.rev).toBe(9);
});

it('cancels what runs when it is closed, and nothing that has ended', async () => {
  const { app, store, cancel } = begin();
  await store.open();
  await store.close();
  expect(store.isOpen).toBe(false);
  expect(app.argumentsOf('check.cancel')).toEqual([{ id: ID }]);
  app.emit('check', 'progress', checkChange(null, checkFixture(5, 'cancelled')));
  await store.close();
  expect(cancel).toHaveBeenCalledTimes(1);
});

it('says that the service does not run, at the start and in the middle', async () => {
  const app = fakeApp({ check: { start: () => Promise.reject(new AppError('service-stopped')) } });
  const refused = useCheckStore(storesOf(app));
  await refused.open();
  expect([refused.failure?.code, refused.isRunning]).toEqual(['service-stopped', false]);

  const { app: running, store, status } = begin();
  status.start();
  await store.open();
  await vi.waitFor(() => expect(status.status).not.toBeNull());
  const { service } = snapshotFixture(1).status;
  const starting = snapshotFixture(2, { service: { ...service, state: 'starting' } });
  running.emit('status', 'changed', wholeStatus(starting));
  await nextTick();
  expect([store.failure?.code, store.isRunning]).toEqual(['service-stopped', false]);
});

it('says that it was copied until the next check', async () => {
  const { store } = begin(checkFixture(2, 'failed'));
  await store.open();
  await store.copy();
  expect(store.isCopied).toBe(true);
  await store.run();
  expect(store.isCopied).toBe(false);
});
