import { expect, it } from 'vitest';
import { formatDay, formatInstant, formatMoment } from './format';

it.each([
  ['2027-06-01', 'fr', '1er juin 2027'],
  ['2027-06-11', 'fr', '11 juin 2027'],
  ['2027-06-01', 'en-GB', '1 June 2027'],
  ['2027-06-01', 'de', '1. Juni 2027'],
  ['2027-06-01', 'es', '1 de junio de 2027'],
] as const)('writes the day %s in %s as %s', (day, locale, words) => {
  expect(formatDay(day, locale)).toBe(words);
});

it('writes the first day of a month in a moment as French does', () => {
  expect(formatMoment('2027-06-01T12:00:00Z', 'fr')).toMatch(/^1er juin 2027/);
  expect(formatMoment('2027-06-21T12:00:00Z', 'fr')).toMatch(/^21 juin 2027/);
});

it('writes an instant with its seconds', () => {
  expect(formatInstant('2027-06-21T12:00:07Z', 'en-GB')).toMatch(/^21 Jun 2027, \d\d:\d\d:07 /);
});
