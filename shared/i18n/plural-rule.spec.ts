import { expect, it } from 'vitest';
import messages from './locales/en-GB.json';
import { pluralRuleOf } from './plural-rule';
import { createTranslator } from './translator';

it('chooses the form that the language has for a number', () => {
  const rule = pluralRuleOf('en-GB');
  expect([0, 1, 2, 1_000_000].map((count) => rule(count, 2))).toEqual([1, 0, 1, 1]);
  const french = pluralRuleOf('fr');
  expect([0, 1, 2, 1_000_000].map((count) => french(count, 2))).toEqual([0, 0, 1, 1]);
  expect([0, 1, 2].map((count) => pluralRuleOf('pt')(count, 2))).toEqual([1, 0, 1]);
});

it('is the one by which texts are said', () => {
  const translate = createTranslator('en-GB', messages);
  expect([0, 1, 2].map((count) => translate('page.remoteService.assistance.hours', {}, count))).toEqual([
    '0 hours',
    '1 hour',
    '2 hours',
  ]);
});
