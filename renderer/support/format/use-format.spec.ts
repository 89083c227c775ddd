import { expect, it } from 'vitest';
import { formatDistance } from './use-format';

const MINUTE = 60_000;

it.each([
  [-3 * MINUTE, 'en-GB', '3 minutes ago'],
  [-200 * MINUTE, 'en-GB', '3 hours ago'],
  [-30 * 24 * 60 * MINUTE, 'en-GB', '30 days ago'],
  [2 * MINUTE, 'en-GB', 'in 2 minutes'],
  [0, 'en-GB', 'now'],
  [-40_000, 'en-GB', 'now'],
  [-3 * MINUTE, 'it', '3 minuti fa'],
  [12 * 24 * 60 * MINUTE, 'it', 'tra 12 giorni'],
] as const)('says %i ms in %s as "%s"', (ms, locale, words) => {
  expect(formatDistance(ms, locale)).toBe(words);
});
