import { expect, it, vi } from 'vitest';
import { askToEnd } from './index';

it.each([
  ['linux', [['SIGTERM']]],
  ['win32', []],
] as const)('asks on %s with %j', (platform, signals) => {
  const kill = vi.fn(() => true);
  askToEnd({ kill }, platform);
  expect(kill.mock.calls).toEqual(signals);
});
