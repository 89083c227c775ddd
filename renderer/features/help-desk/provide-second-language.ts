import { nearestLocale } from '@shared/i18n/locales';
import { computed, provide } from 'vue';
import { useI18n } from 'vue-i18n';
import { secondLabelKey } from '../../components/second-label';
import { useSettingsStore } from '../../stores/settings-store';
import { secondTexts } from './second-texts';

/** Has every label shown in the second language of the settings too, for a help desk that speaks another. */
export const provideSecondLanguage = () => {
  const { locale } = useI18n();
  const store = useSettingsStore();
  const lang = computed(() => store.state?.settings.secondLanguage ?? null);
  const texts = computed(() => {
    const first = nearestLocale(locale.value);
    return lang.value === null || lang.value === first ? null : secondTexts(first, lang.value);
  });
  provide(secondLabelKey, (label) => {
    const text = texts.value?.get(label);
    return text === undefined || text === label || lang.value === null ? null : { text, lang: lang.value };
  });
};
