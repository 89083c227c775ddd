import type { Params } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { ERROR_VALUES, errorWords } from '@shared/i18n/error-words';
import { useTranslation } from '@renderer/i18n/use-translation';

/** The sentence and the next step of a code. A value that did not travel with it is said to be unknown. */
export const useErrorText = () => {
  const { t } = useTranslation();
  const unknown = () => Object.fromEntries(ERROR_VALUES.map((name) => [name, t('page.common.unknown')]));
  const errorText = (code: ErrorCode, params: Params = {}) =>
    errorWords(code, t, { ...unknown(), ...params });
  return {
    errorText,
    /** Both in one breath. */
    errorLine: (code: ErrorCode, params: Params = {}) => {
      const { sentence, nextStep } = errorText(code, params);
      return `${sentence} ${nextStep}`;
    },
  };
};
