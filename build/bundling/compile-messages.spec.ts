import { expect, it } from 'vitest';
import { LOCALES } from '../../shared/domain/settings/locales';
import { loadMessages, type MessageKey, type Messages } from '../../shared/i18n/messages';
import { createTranslator, type Translate } from '../../shared/i18n/translator';
import { compileTexts } from './compile-messages';

const textsOf = (node: object, prefix = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[prefix + key, value]] : textsOf(value as object, `${prefix}${key}.`),
  );

it.each(LOCALES)('says in %s what the plain texts say, with values and for every count', async (locale) => {
  const messages = await loadMessages(locale);
  const plain = createTranslator(locale, messages);
  const compiled = createTranslator(locale, compileTexts(messages) as Messages);
  const said = (translate: Translate) =>
    (textsOf(messages) as [MessageKey, string][]).map(([key, text]) => {
      const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const counts = text.includes('|') ? [0, 1, 2, 5] : [];
      return [key, translate(key, params), ...counts.map((count) => translate(key, params, count))];
    });
  expect(said(compiled)).toEqual(said(plain));
});

it('leaves a text without a placeholder as it is, and compiles any other', () => {
  expect(compileTexts({ group: { plain: 'Save', valued: 'Since {at}' } })).toEqual({
    group: { plain: 'Save', valued: expect.any(Object) as object },
  });
});

it('refuses a text that is no message', () => {
  expect(() => compileTexts({ broken: 'Since {at' })).toThrow('"Since {at"');
});
