import type { Params } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { errorKey } from '@shared/i18n/error-words';
import { useI18n } from 'vue-i18n';

/** The sentence and the next step of a code. A value that did not travel with it is said to be unknown. */
export const useErrorText = () => {
  const i18n = useI18n();
  const { t } = i18n;
  const say = (code: ErrorCode, part: 'sentence' | 'nextStep', params: Params) => {
    const key = `${errorKey(code)}.${part}`;
    const names = i18n.te(key) ? String(i18n.tm(key)).matchAll(/\{(\w+)\}/g) : [];
    const unknown = Object.fromEntries([...names].map(([, name = '']) => [name, t('page.common.unknown')]));
    return t(key, { ...unknown, ...params });
  };
  const errorText = (code: ErrorCode, params: Params = {}) => ({
    sentence: say(code, 'sentence', params),
    nextStep: say(code, 'nextStep', params),
  });
  return {
    errorText,
    /** Both in one breath. */
    errorLine: (code: ErrorCode, params: Params = {}) => {
      const { sentence, nextStep } = errorText(code, params);
      return `${sentence} ${nextStep}`;
    },
  };
};
