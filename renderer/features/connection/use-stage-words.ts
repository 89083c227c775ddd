import type { CheckStage } from '@shared/domain/connection/connection-check';
import { wordsOfStage } from '@shared/i18n/check-words';
import type { Locale } from '@shared/i18n/locales';
import { useI18n } from 'vue-i18n';

/** A stage in the language of the page, in the same words as on the command line. */
export const useStageWords = () => {
  const { t, locale } = useI18n();
  return (stage: CheckStage) =>
    wordsOfStage(stage, (key, params = {}) => t(key, { ...params }), locale.value as Locale);
};
