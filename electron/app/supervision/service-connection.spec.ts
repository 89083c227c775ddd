import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RECONNECT_LIMIT_MS } from '@shared/domain/assistance/assistance';
import { AppError } from '@shared/errors/app-error';
import type { ServiceLink } from '@electron/link/service-client';
import { createServiceConnection, type ServiceConnection } from './service-connection';

/** A link that a spec breaks. */
const createLink = () => {
  let breakIt: () => void = () => undefined;
  const broken = new Promise<void>((resolve) => (breakIt = resolve));
  const link = {
    client: {},
    build: 'spec',
    onClosed: (listener: () => void) => {
      void broken.then(listener);
      return () => undefined;
    },
    close: () => breakIt(),
  } as unknown as ServiceLink;
  return { link, breakIt: () => breakIt() };
};

const connect = vi.fn<() => Promise<ServiceLink>>();
const told = { onNotRunning: vi.fn(), onConnected: vi.fn(), onLost: vi.fn(), onRefused: vi.fn() };
let connection: ServiceConnection;

beforeEach(() => {
  vi.resetAllMocks();
  vi.useFakeTimers();
  connect.mockReturnValue(new Promise(() => undefined));
  connection = createServiceConnection({ connect, ...told });
});
afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

const linked = async () => {
  const { link, breakIt } = createLink();
  connect.mockResolvedValueOnce(link);
  connection.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.onConnected).toHaveBeenCalledOnce();
  return breakIt;
};

it('tells nobody of a link that breaks where the next one is there at once', async () => {
  const breakIt = await linked();
  connect.mockResolvedValueOnce(createLink().link);
  breakIt();
  await vi.advanceTimersByTimeAsync(2 * RECONNECT_LIMIT_MS);
  expect(told.onConnected).toHaveBeenCalledTimes(2);
  expect(told.onLost).not.toHaveBeenCalled();
});

it('says at once that the link is lost where nobody answers', async () => {
  const breakIt = await linked();
  connect.mockRejectedValueOnce(new AppError('service-stopped'));
  breakIt();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.onLost).toHaveBeenCalledOnce();
  expect(told.onNotRunning).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(2 * RECONNECT_LIMIT_MS);
  expect(told.onLost).toHaveBeenCalledOnce();
});

it('waits for its turn in a crowd, and for an answer, but not for ever', async () => {
  const breakIt = await linked();
  connect.mockRejectedValueOnce(new AppError('service-busy'));
  breakIt();
  await vi.advanceTimersByTimeAsync(RECONNECT_LIMIT_MS - 1);
  expect(told.onLost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(told.onLost).toHaveBeenCalledOnce();
});

it('says nothing any more once it is stopped', async () => {
  const breakIt = await linked();
  connection.stop();
  breakIt();
  await vi.advanceTimersByTimeAsync(2 * RECONNECT_LIMIT_MS);
  expect(told.onLost).not.toHaveBeenCalled();
});
