import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { ERROR_VALUES, errorKey } from './error-words';
import { LOCALES, pluralRuleOf, type Locale } from '@shared/domain/settings/locales';
import { loadMessages, type KeyUnder, type MessageKey } from './messages';
import { loadLanguage } from './translator';

const flatten = (node: object, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(node).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  );

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const formsIn = (text: string) => text.split('|');

/** How many forms the whole numbers of a language need: two in English, three in Polish. */
const formsOf = (locale: Locale) => {
  const rule = pluralRuleOf(locale);
  return new Set(Array.from({ length: 1000 }, (_, count) => rule(count, Infinity))).size;
};

const languages = await Promise.all(
  LOCALES.map(async (locale) => ({ locale, texts: flatten(await loadMessages(locale)) })),
);
const reference = flatten(await loadMessages('en-GB'));

describe.each(languages)('the texts in $locale', ({ locale, texts }) => {
  it('has the same keys as the default language', () => {
    expect([...texts.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it('fills the same placeholders, a counted text in each of its forms', () => {
    for (const [key, text] of texts) {
      const model = reference.get(key) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(model)]);
      const isComplete = formsIn(text).every((form) => placeholders(form).includes('{count}'));
      expect([key, !text.includes('|') || isComplete]).toEqual([key, true]);
    }
  });

  it('has every form that the language counts in, and one where nothing is counted', () => {
    for (const [key, text] of texts) {
      const isCounted = reference.get(key)?.includes('|') === true;
      expect([key, formsIn(text).length]).toEqual([key, isCounted ? formsOf(locale) : 1]);
      expect([key, formsIn(text).every((form) => form.trim() !== '')]).toEqual([key, true]);
    }
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

// `npm run types` fails where one of these keys compiles, or where one that exists does not.
describe('the type of the keys', () => {
  it('takes what has a text, and what a template makes of known words', async () => {
    const { translate } = await loadLanguage('en-GB');
    const state: 'connected' | 'failed' = 'connected';
    expect(translate(`connection.state.${state}`)).toBe('Connected');
    const key: MessageKey = 'licenceDate.expiry.today';
    const under: KeyUnder<'licenceDate.expiry'> = 'today';
    expect(key.endsWith(under)).toBe(true);
  });

  it('takes no other', async () => {
    const { translate } = await loadLanguage('en-GB');
    // @ts-expect-error There is no such text.
    expect(translate('no.such.key')).toBe('no.such.key');
    // @ts-expect-error A group of texts is no text.
    expect(translate('connection.state')).toBe('connection.state');
    const state = 'connected' as string;
    // @ts-expect-error It may be any word.
    expect(translate(`connection.state.${state}`)).toBe('Connected');
    // @ts-expect-error There is no such error.
    expect(translate('error.link.no-such-code.sentence')).toBe('error.link.no-such-code.sentence');
  });
});
