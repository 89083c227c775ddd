import type { CheckStage } from '@shared/domain/connection/connection-check';
import { wordsOfStage } from '@shared/i18n/check-words';
import { useTranslation } from '@renderer/i18n/use-translation';

/** A stage in the language of the page, in the same words as on the command line. */
export const useStageWords = () => {
  const { t, locale } = useTranslation();
  return (stage: CheckStage) => wordsOfStage(stage, t, locale.value);
};
