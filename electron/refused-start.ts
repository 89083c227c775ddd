import { AppError } from '@shared/errors/app-error';
import { nearestLocale } from '@shared/i18n/locales';
import { loadLanguage } from '@shared/i18n/translator';
import { exitCodeOf } from './cli/exit-codes';

/** What is said of a start with a switch that is refused, in the language of the system, and the code it ends with. */
export const refusedStart = async (name: string, language: string) => {
  const { code, params } = new AppError('switch-refused', { name });
  const { translate } = await loadLanguage(nearestLocale(language));
  const [sentence, nextStep] = (['sentence', 'nextStep'] as const).map((part) =>
    translate(`error.${code}.${part}`, params),
  );
  return { text: `${sentence}\n\n${nextStep}`, exitCode: exitCodeOf(code) };
};
