import type { Locale } from './locales';

/** The Portuguese texts are those of Europe, where it is `0 horas`; `pt` alone means Brazil, where it is `0 hora`. */
const tagOf = (locale: Locale) => (locale === 'pt' ? 'pt-PT' : locale);

/** Which of the two forms of a counted text (`{count} hour | {count} hours`) a language uses: French says `0 heure`. */
export const pluralRuleOf = (locale: Locale) => {
  const rules = new Intl.PluralRules(tagOf(locale));
  return (count: number, forms: number) => (rules.select(count) === 'one' ? 0 : forms - 1);
};
