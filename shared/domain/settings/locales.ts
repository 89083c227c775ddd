/** The complete locales; the first is what an unknown language falls back to. */
export const LOCALES = ['en-GB', 'en-US', 'de', 'es', 'fr', 'it', 'nl', 'pt'] as const;
export type Locale = (typeof LOCALES)[number];

const languageOf = (tag: string) => tag.split('-')[0];

/**
 * The nearest complete locale for a system language such as `it-CH`, `en_US.UTF-8` or `pl`: the same language and region,
 * else the first of the same language.
 */
export const nearestLocale = (tag: string): Locale => {
  const wanted = tag.split(/[.@]/, 1).join('').replaceAll('_', '-').toLowerCase();
  return (
    LOCALES.find((locale) => locale.toLowerCase() === wanted) ??
    LOCALES.find((locale) => languageOf(locale) === languageOf(wanted)) ??
    LOCALES[0]
  );
};

/** The Portuguese texts are those of Europe, where it is `0 horas`; `pt` alone means Brazil, where it is `0 hora`. */
const tagOf = (locale: string) => (locale === 'pt' ? 'pt-PT' : locale);

/** The order in which the forms of a counted text stand. */
const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/**
 * Which form of a counted text, `{count} hour | {count} hours`, a language takes for a number: French says `0 heure`. A text
 * has as many forms as the language needs for whole numbers; what has none of its own takes the last.
 */
export const pluralRuleOf = (locale: string) => {
  const rules = new Intl.PluralRules(tagOf(locale));
  const own = rules.resolvedOptions().pluralCategories;
  const categories = PLURAL_CATEGORIES.filter((category) => own.includes(category));
  return (count: number, forms: number) => Math.min(categories.indexOf(rules.select(count)), forms - 1);
};
