import { expect, it } from 'vitest';
import { nearestLocale } from './locales';

it.each([
  ['it-CH', 'it'],
  ['de-CH', 'de'],
  ['de', 'de'],
  ['en', 'en-GB'],
  ['en-AU', 'en-GB'],
  ['en_GB.UTF-8', 'en-GB'],
  ['en-US', 'en-US'],
  ['en_US.UTF-8', 'en-US'],
  ['de_DE@euro', 'de'],
  ['DE-at', 'de'],
  ['pt-BR', 'pt'],
  ['fr-CA', 'fr'],
  ['es_MX.UTF-8', 'es'],
  ['nl-BE', 'nl'],
  ['pl-PL', 'en-GB'],
  ['C', 'en-GB'],
  ['', 'en-GB'],
])('%s is answered in %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});
