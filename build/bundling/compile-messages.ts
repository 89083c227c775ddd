import { baseCompile } from '@intlify/message-compiler';
import type { Plugin } from 'vite';
import british from '../../shared/i18n/locales/en-GB.json' with { type: 'json' };
import { inAmericanSpelling } from '../../shared/i18n/american-spelling';

const LOCALE = /\/shared\/i18n\/locales\/[\w-]+\.json$/;
const AMERICAN = '/shared/i18n/american-messages.ts';

/** A text with a placeholder or with forms as the tree that vue-i18n reads; any other stays the string that it is. */
const compileText = (text: string): unknown => {
  if (!/[{|@]/.test(text)) return text;
  const { ast } = baseCompile(text, {
    jit: true,
    minify: true,
    location: false,
    onError: (error) => {
      throw new Error(`The text "${text}" cannot be compiled`, { cause: error });
    },
  });
  return ast;
};

/** The same tree of keys with every text compiled. */
export const compileTexts = (texts: object): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? compileText(value) : compileTexts(value as object),
    ]),
  );

/**
 * Compiles the texts of every locale, so that the page carries no compiler of messages. The American ones, which are derived
 * from the British, are made here too: the page loads them as any other language.
 */
export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  enforce: 'pre',
  transform(code, id) {
    if (LOCALE.test(id)) return { code: JSON.stringify(compileTexts(JSON.parse(code) as object)), map: null };
    if (!id.endsWith(AMERICAN)) return null;
    const texts = JSON.stringify(compileTexts(inAmericanSpelling(british)));
    return { code: `export const americanMessages = JSON.parse(${JSON.stringify(texts)});`, map: null };
  },
});
