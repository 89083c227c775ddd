import { expect, it, vi } from 'vitest';
import { silentLogger } from '@electron/log/logger';
import { stopParts } from './stop-parts';

it('stops the last part first, past one that fails and one that never ends', async () => {
  const stopped: string[] = [];
  const warn = vi.fn();
  const part = (name: string, ending: Promise<unknown> = Promise.resolve()) => ({
    name,
    stop: () => {
      stopped.push(name);
      return ending;
    },
  });
  await stopParts(
    [
      part('first'),
      part('hangs', new Promise(() => undefined)),
      part('fails', Promise.reject(new Error('no'))),
      part('last'),
    ],
    20,
    { ...silentLogger, warn },
  );
  expect(stopped).toEqual(['last', 'fails', 'hangs', 'first']);
  expect(warn.mock.calls.map(([fields]) => (fields as { part: string }).part)).toEqual(['fails', 'hangs']);
});
