import { AppError } from '@shared/errors/app-error';
import { StatusSnapshot, type Announcement } from '@shared/domain/status/status';
import { wholeStatus } from '@shared/domain/status/status-change';
import { expect, it, vi } from 'vitest';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { snapshotFixture } from '@renderer/bridge/status.fixture';
import { useStatusStore } from './status-store';
import { storesOf } from './store-app.fixture';

const announcement: Announcement = {
  id: '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a10',
  at: '2026-03-02T09:00:00.000Z',
  kind: 'licence-installed',
  sequence: 8,
  difference: { isFirst: false, reason: 'users-added', changes: [{ kind: 'users', from: 25, to: 50 }] },
};

const begin = (read: () => Promise<StatusSnapshot>) => {
  const acknowledge = vi.fn(() => Promise.resolve());
  const app = fakeApp({ status: { read }, announcements: { acknowledge } });
  const store = useStatusStore(storesOf(app));
  return { app, store, stop: store.start(), acknowledge };
};
const usersOf = (store: ReturnType<typeof useStatusStore>) => store.status?.licence?.users;
const withUsers = (rev: number, users: number, epoch?: string) => {
  const snapshot = snapshotFixture(rev, {}, epoch);
  return StatusSnapshot.parse({
    ...snapshot,
    status: { ...snapshot.status, licence: { ...snapshot.status.licence, users } },
  });
};

it('listens before it asks, and keeps a push that is newer than the answer', async () => {
  let answer: (snapshot: StatusSnapshot) => void = () => undefined;
  const { app, store } = begin(() => new Promise((resolve) => (answer = resolve)));
  expect(app.isHeard('status', 'changed')).toBe(true);
  await vi.waitFor(() => expect(app.calls).toHaveLength(1));
  app.emit('status', 'changed', wholeStatus(withUsers(5, 50)));
  answer(withUsers(4, 25));
  await vi.waitFor(() => expect(usersOf(store)).toBe(50));
  app.emit('status', 'changed', wholeStatus(withUsers(4, 1)));
  expect(usersOf(store)).toBe(50);
});

it('follows a service that has started anew, and drops an answer from before that', async () => {
  let answer: (snapshot: StatusSnapshot) => void = () => undefined;
  const { app, store } = begin(() => new Promise((resolve) => (answer = resolve)));
  answer(withUsers(98, 25, 'first'));
  await vi.waitFor(() => expect(usersOf(store)).toBe(25));
  const reading = store.read();
  app.emit('status', 'changed', wholeStatus(withUsers(0, 60, 'second')));
  answer(withUsers(99, 25, 'first'));
  await reading;
  expect(usersOf(store)).toBe(60);
});

it('hears nothing more after it was stopped', () => {
  const { app, stop } = begin(() => Promise.resolve(snapshotFixture(1)));
  stop();
  expect(app.isHeard('status', 'changed')).toBe(false);
});

it('keeps the failure of a read until a state comes', async () => {
  const { app, store } = begin(() => Promise.reject(new AppError('service-stopped')));
  await vi.waitFor(() => expect(store.failure?.code).toBe('service-stopped'));
  app.emit('status', 'changed', wholeStatus(snapshotFixture(1)));
  expect(store.failure).toBeNull();
});

it('keeps an announcement that a notification acknowledged until a person puts it away', async () => {
  const { app, store, acknowledge } = begin(() =>
    Promise.resolve(snapshotFixture(1, { announcements: [announcement] })),
  );
  await vi.waitFor(() => expect(store.announcements).toHaveLength(1));
  app.emit('status', 'changed', wholeStatus(snapshotFixture(2)));
  expect(store.announcements).toHaveLength(1);
  await store.acknowledge([announcement.id]);
  expect(store.announcements).toEqual([]);
  expect(acknowledge).not.toHaveBeenCalled();
});

it('acknowledges what is still open at the service, once, and does not show it again', async () => {
  const { app, store, acknowledge } = begin(() =>
    Promise.resolve(snapshotFixture(1, { announcements: [announcement] })),
  );
  await vi.waitFor(() => expect(store.announcements).toHaveLength(1));
  await store.acknowledge([announcement.id]);
  expect(acknowledge).toHaveBeenCalledExactlyOnceWith({ ids: [announcement.id] });
  app.emit('status', 'changed', wholeStatus(snapshotFixture(2, { announcements: [announcement] })));
  expect(store.announcements).toEqual([]);
});
