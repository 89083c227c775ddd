import type { Locale } from '@shared/domain/settings/locales';
import { loadLanguage, type Language } from '@shared/i18n/translator';

/** The language the app speaks. */
export interface AppLanguage {
  current: () => Language;
  /** Resolves when the texts are loaded and count; where another language was asked for since, that one counts. */
  change: (locale: Locale) => Promise<void>;
}

export const createAppLanguage = async (
  locale: Locale,
  load: typeof loadLanguage = loadLanguage,
): Promise<AppLanguage> => {
  let wanted = locale;
  let current = await load(locale);
  return {
    current: () => current,
    change: async (next) => {
      wanted = next;
      if (next === current.locale) return;
      const loaded = await load(next);
      if (wanted === next) current = loaded;
    },
  };
};
