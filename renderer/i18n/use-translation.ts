import { nearestLocale, type Locale } from '@shared/domain/settings/locales';
import { withWrittenDay } from '@shared/i18n/format';
import type { MessageKey } from '@shared/i18n/messages';
import type { Translate } from '@shared/i18n/translator';
import { computed, type ComputedRef } from 'vue';
import { useI18n, type Composer } from 'vue-i18n';

export interface Translation {
  /** Says the text of a key in the page's language, and says it anew when that changes. */
  t: Translate;
  /** The page's language, for dates, numbers and whatever else makes words. */
  locale: ComputedRef<Locale>;
  /** Whether there is a text for a key that is made of data, such as a field of the audit log. */
  hasText: (key: string) => key is MessageKey;
}

/** The texts of an i18n as they are said everywhere: with keys that exist. */
export const translateWith =
  (i18n: Pick<Composer, 't' | 'locale'>): Translate =>
  (key, params = {}, count) => {
    const values = withWrittenDay(params, nearestLocale(i18n.locale.value));
    return count === undefined ? i18n.t(key, values) : i18n.t(key, { ...values, count }, count);
  };

/** The texts of the page; unlike vue-i18n's own functions it takes no key that does not exist. */
export const useTranslation = (): Translation => {
  const i18n = useI18n();
  return {
    t: translateWith(i18n),
    locale: computed(() => nearestLocale(i18n.locale.value)),
    hasText: (key): key is MessageKey => i18n.te(key),
  };
};
