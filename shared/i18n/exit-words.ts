import type { LastExit } from '@shared/domain/status/service-control';
import { formatMoment } from './format';
import type { Locale } from '@shared/domain/settings/locales';
import type { Translate } from './translator';

/** How a run ended, in words: its meaning, what the system calls it, and when. */
export const exitWords = ({ meaning, code, signal, at }: LastExit, translate: Translate, locale: Locale) => {
  const number = signal ?? (code === null || code === 0 ? null : String(code));
  const words = translate(`service.exit.${meaning}`);
  return [
    number === null ? words : `${words} (${number})`,
    ...(at === null ? [] : [formatMoment(at, locale)]),
  ].join(', ');
};
