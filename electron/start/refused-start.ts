import type { AppError } from '@shared/errors/app-error';
import { errorWords } from '@shared/i18n/error-words';
import { nearestLocale } from '@shared/domain/settings/locales';
import { loadLanguage } from '@shared/i18n/translator';
import { exitCodeOf } from '@shared/errors/error-catalogue';

/** What is said of a start that is refused, in the language of the system, and the code it ends with. */
export const refusedStart = async ({ code, params }: AppError, language: string) => {
  const { translate } = await loadLanguage(nearestLocale(language));
  const { sentence, nextStep } = errorWords(code, translate, params);
  return { text: `${sentence}\n\n${nextStep}`, exitCode: exitCodeOf(code) };
};
