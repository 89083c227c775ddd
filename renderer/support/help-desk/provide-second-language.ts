import { loadMessages } from '@shared/i18n/messages';
import { computed, provide, shallowRef, watch } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { secondLabelKey } from '@renderer/components/fields/second-label';
import { useSettingsStore } from '@renderer/stores/settings-store';
import { secondTexts } from './second-texts';

/** Has every label shown in the second language of the settings too, for a help desk that speaks another. */
export const provideSecondLanguage = () => {
  const { locale: first } = useTranslation();
  const store = useSettingsStore();
  const second = computed(() => store.state?.settings.secondLanguage ?? null);
  const shown = shallowRef<{ lang: string; texts: ReadonlyMap<string, string> } | null>(null);
  watch(
    [first, second],
    async ([mine, theirs]) => {
      shown.value = null;
      if (theirs === null || theirs === mine) return;
      const [own, other] = await Promise.all([loadMessages(mine), loadMessages(theirs)]);
      // Another language may have been chosen since.
      if (first.value === mine && second.value === theirs)
        shown.value = { lang: theirs, texts: secondTexts(own, other) };
    },
    { immediate: true },
  );
  provide(secondLabelKey, (label) => {
    const text = shown.value?.texts.get(label);
    return shown.value === null || text === undefined || text === label
      ? null
      : { text, lang: shown.value.lang };
  });
};
