import {
  compile,
  createCoreContext,
  registerMessageCompiler,
  registerMessageResolver,
  resolveValue,
  translate,
} from '@intlify/core-base';
import type { Params } from '@shared/errors/app-error';
import { LOCALES, type Locale } from './locales';
import { messages } from './messages';

registerMessageCompiler(compile);
registerMessageResolver(resolveValue);

/** Says the text of a key; `count` chooses among plural forms. A key without a text comes back as it is. */
export type Translate = (key: string, params?: Params, count?: number) => string;

/** The same texts and message syntax as in the pages, for the tray, the notifications and the command line. */
export const createTranslator = (locale: Locale): Translate => {
  const context = createCoreContext({ locale, fallbackLocale: LOCALES[0], messages, missingWarn: false });
  return (key, params = {}, count) => {
    const text =
      count === undefined
        ? translate(context, key, { ...params })
        : translate(context, key, { ...params, count }, count);
    return typeof text === 'string' ? text : key;
  };
};
