import { expect, it } from 'vitest';
import { startProgram } from './client-process';

it('notices the end of a program that ends at once, however soon', async () => {
  const running = await Promise.all(Array.from({ length: 20 }, () => startProgram('/usr/bin/false', [])));
  await Promise.all(running.map(({ ended }) => ended));
  expect(new Set(running.map(({ processId }) => processId)).size).toBe(20);
});
