import { expect, it } from 'vitest';
import { daysUntil } from './dates';

it.each([
  ['2026-11-02', '2026-11-02T00:00:00Z', 0],
  ['2026-11-02', '2026-11-02T23:59:59Z', 0],
  ['2026-11-03', '2026-11-02T23:59:59Z', 1],
  ['2026-11-01', '2026-11-02T00:00:00Z', -1],
  ['2028-02-29', '2028-02-01T12:00:00Z', 28],
])('%s seen from %s is %i days away', (day, now, days) => {
  expect(daysUntil(day, Date.parse(now))).toBe(days);
});
