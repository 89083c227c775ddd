import { expect, it } from 'vitest';
import british from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { nearestLocale, pluralRuleOf } from './locales';
import { createTranslator } from '@shared/i18n/translator';

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

it('chooses the form that the language has for a number', () => {
  const rule = pluralRuleOf('en-GB');
  expect([0, 1, 2, 1_000_000].map((count) => rule(count, 2))).toEqual([1, 0, 1, 1]);
  const french = pluralRuleOf('fr');
  expect([0, 1, 2, 1_000_000].map((count) => french(count, 2))).toEqual([0, 0, 1, 1]);
  expect([0, 1, 2].map((count) => pluralRuleOf('pt')(count, 2))).toEqual([1, 0, 1]);
});

it('chooses among three forms where a language has them', () => {
  const polish = pluralRuleOf('pl');
  expect([0, 1, 2, 5, 22, 1.5].map((count) => polish(count, 3))).toEqual([2, 0, 1, 2, 1, 2]);
});

it('is the rule by which texts are said', () => {
  const translate = createTranslator('en-GB', british);
  expect([0, 1, 2].map((count) => translate('page.remoteService.assistance.hours', {}, count))).toEqual([
    '0 hours',
    '1 hour',
    '2 hours',
  ]);
});
