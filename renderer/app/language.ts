import { LOCALES, nearestLocale } from '@shared/i18n/locales';
import { messages } from '@shared/i18n/messages';
import { createI18n } from 'vue-i18n';

/** The page's own i18n: every complete locale is bundled, so that a change of language needs no load. */
export const createPageI18n = () =>
  createI18n({ legacy: false, locale: LOCALES[0], fallbackLocale: LOCALES[0], messages });

/** Speaks the nearest complete locale to `tag` (a BCP 47 tag such as `it-CH`) and tells the document so. */
export const useLanguage = (i18n: ReturnType<typeof createPageI18n>, tag: string) => {
  const locale = nearestLocale(tag);
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
};
