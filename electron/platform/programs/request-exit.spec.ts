import { expect, it, vi } from 'vitest';
import { requestExit } from './index';

it.each([
  ['linux', [['SIGTERM']]],
  ['win32', []],
] as const)('asks on %s with %j', (platform, signals) => {
  const kill = vi.fn(() => true);
  requestExit({ kill }, platform);
  expect(kill.mock.calls).toEqual(signals);
});
