import { AppError } from '@shared/errors/app-error';
import { errorWords } from '@shared/i18n/error-words';
import { nearestLocale } from '@shared/i18n/locales';
import { loadLanguage } from '@shared/i18n/translator';
import { exitCodeOf } from '@shared/errors/error-catalogue';

/** The message for a start with a refused switch, in the language of the system, and the exit code. */
export const refusedStart = async (name: string, language: string) => {
  const { code, params } = new AppError('switch-refused', { name });
  const { translate } = await loadLanguage(nearestLocale(language));
  const { sentence, nextStep } = errorWords(code, translate, params);
  return { text: `${sentence}\n\n${nextStep}`, exitCode: exitCodeOf(code) };
};
