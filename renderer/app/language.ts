import { LOCALES, nearestLocale, pluralRuleOf, type Locale } from '@shared/domain/settings/locales';
import { loadMessages, type Messages } from '@shared/i18n/messages';
import { createI18n } from 'vue-i18n';
import { compile, registerMessageCompiler } from '@intlify/core-base';

// The bundle brings the texts compiled, each one without a placeholder as a plain string, and no compiler for them.
if (import.meta.env.PROD) {
  registerMessageCompiler((text, context) =>
    typeof text === 'string' ? () => text : compile(text, context),
  );
}

/** The page's own i18n, in one language; the texts of another are added when it is spoken. */
export const createPageI18n = (locale: Locale, messages: Messages) =>
  createI18n({
    legacy: false,
    locale,
    fallbackLocale: false,
    messages: { [locale]: messages },
    pluralRules: Object.fromEntries(LOCALES.map((each) => [each, pluralRuleOf(each)])),
  });
export type PageI18n = ReturnType<typeof createPageI18n>;

/** The language that the app opens a window in; a page that is opened by itself speaks that of its browser. */
const startLanguage = () => new URLSearchParams(location.search).get('language') ?? navigator.language;

const tellDocument = (locale: Locale) => (document.documentElement.lang = locale);

/** Resolves to the page's i18n with the one language that it starts in. */
export const loadPageI18n = async (tag = startLanguage()): Promise<PageI18n> => {
  const locale = nearestLocale(tag);
  const i18n = createPageI18n(locale, await loadMessages(locale));
  tellDocument(locale);
  return i18n;
};

/** Makes the page speak a language as soon as its texts are there; the one asked for last counts, in whatever order they come. */
export const createSpeaker = ({ global }: PageI18n) => {
  let wanted: Locale;
  return async (locale: Locale) => {
    wanted = locale;
    if (!global.availableLocales.includes(locale))
      global.setLocaleMessage(locale, await loadMessages(locale));
    if (wanted !== locale) return;
    global.locale.value = locale;
    tellDocument(locale);
  };
};
