import { expect, it, vi } from 'vitest';
import { createLifetimeHandlers } from './lifetime-handlers';

const caller = { account: () => Promise.resolve('erika'), onGone: () => undefined };

const setUp = (mode: 'embedded' | 'installed') => {
  const end = vi.fn();
  const append = vi.fn(() => Promise.resolve());
  const publish = vi.fn();
  const lifetime = { isSupervised: true, end };
  return {
    end,
    append,
    publish,
    handlers: createLifetimeHandlers({ lifetime, mode, audit: { append }, publish }),
  };
};

it('writes down what a person asks', async () => {
  const { handlers, append } = setUp('installed');
  await handlers.note({ action: 'restart' }, caller);
  expect(append).toHaveBeenCalledExactlyOnceWith('service-control', 'operator', { action: 'restart' });
});

it('ends an embedded service after everybody was told', async () => {
  const { handlers, end, publish } = setUp('embedded');
  expect(await handlers.end({ isForGood: true }, caller)).toEqual({ isSupervised: true });
  expect(publish).toHaveBeenCalledExactlyOnceWith('lifetime', 'ending', { isForGood: true });
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
});

it('leaves an installed service to its service manager', async () => {
  const { handlers, end, publish } = setUp('installed');
  await expect(handlers.end({ isForGood: true }, caller)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(end).not.toHaveBeenCalled();
  expect(publish).not.toHaveBeenCalled();
});
