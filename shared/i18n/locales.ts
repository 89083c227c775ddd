/** The complete locales; the first is what an unknown language falls back to. */
export const LOCALES = ['en-GB', 'it'] as const;
export type Locale = (typeof LOCALES)[number];

/** The nearest complete locale for a system language such as `it-CH` or `de`. */
export const nearestLocale = (tag: string): Locale =>
  LOCALES.find((locale) => locale.split('-')[0] === tag.toLowerCase().split(/[-_]/)[0]) ?? LOCALES[0];
