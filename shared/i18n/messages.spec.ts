import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { ERROR_VALUES, errorKey } from './error-words';
import { LOCALES } from './locales';
import { loadMessages } from './messages';

const flatten = (node: object, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(node).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  );

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const pluralForms = (text: string) => text.split('|').length;

const languages = await Promise.all(
  LOCALES.map(async (locale) => ({ locale, texts: flatten(await loadMessages(locale)) })),
);
const reference = flatten(await loadMessages('en-GB'));

describe.each(languages)('the texts in $locale', ({ texts }) => {
  it('has the same keys as the default language', () => {
    expect([...texts.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it('fills the same placeholders, in the same plural forms', () => {
    for (const [key, text] of texts) {
      const model = reference.get(key) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(model)]);
      expect([key, pluralForms(text)]).toEqual([key, pluralForms(model)]);
    }
  });

  it('has one form or two, as the rule of plurals takes them', () => {
    for (const [key, text] of texts)
      expect([key, pluralForms(text)]).toEqual([key, text.includes('|') ? 2 : 1]);
  });

  it('has no empty text and none with characters that the message syntax would read', () => {
    for (const [key, text] of texts) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, /[@]/.test(text)]).toEqual([key, false]);
    }
  });

  it('says a sentence and a next step for every error', () => {
    for (const code of ERROR_CODES) {
      expect(texts.get(`${errorKey(code)}.sentence`), code).toMatch(/[.:}]$|name \{|\{.*\}/);
      expect(texts.has(`${errorKey(code)}.nextStep`), code).toBe(true);
    }
  });
});

it('knows every value that the texts of errors name', () => {
  const texts = [...reference].filter(([key]) => key.startsWith('error.')).map(([, text]) => text);
  expect(placeholders(texts.join())).toEqual(ERROR_VALUES.map((name) => `{${name}}`));
});

it.each(languages.filter(({ locale }) => !locale.startsWith('en')))(
  'translates: only few texts are the same in English and in $locale',
  ({ texts }) => {
    const same = [...reference].filter(([key, text]) => texts.get(key) === text);
    expect(same.length).toBeLessThan(reference.size / 10);
  },
);
