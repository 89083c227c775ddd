import {
  compile,
  createCoreContext,
  registerMessageCompiler,
  registerMessageResolver,
  resolveValue,
  translate,
} from '@intlify/core-base';
import type { Params } from '@shared/errors/app-error';
import { pluralRuleOf, type Locale } from '@shared/domain/settings/locales';
import { withWrittenDay } from './format';
import { loadMessages, type MessageKey, type Messages } from './messages';

registerMessageCompiler(compile);
registerMessageResolver(resolveValue);

/** Says the text of a key; `count` chooses among plural forms. */
export type Translate = (key: MessageKey, params?: Params, count?: number) => string;

/** A language whose texts are at hand; the locale is for its dates and numbers. */
export interface Language {
  readonly locale: Locale;
  readonly translate: Translate;
}

/** The same texts and message syntax as in the pages, for the tray, the notifications and the command line. */
export const createTranslator = (locale: Locale, messages: Messages): Translate => {
  const context = createCoreContext({
    locale,
    fallbackLocale: false,
    messages: { [locale]: messages },
    pluralRules: { [locale]: pluralRuleOf(locale) },
    missingWarn: false,
  });
  return (key, params = {}, count) => {
    const values = { ...withWrittenDay(params, locale) };
    const text =
      count === undefined
        ? translate(context, key, values)
        : translate(context, key, { ...values, count }, count);
    return typeof text === 'string' ? text : key;
  };
};

export const loadLanguage = async (locale: Locale): Promise<Language> => ({
  locale,
  translate: createTranslator(locale, await loadMessages(locale)),
});
