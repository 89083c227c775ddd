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
