import { daysUntil } from '@shared/domain/dates';
import type { LicenceDate } from '@shared/domain/licence/date-ladder';
import type { TextLine } from './difference-lines';
import { formatDay } from './format-day';
import type { Locale } from './locales';

const timeOf = (days: number) => {
  if (days < 0) return 'past';
  return days === 0 ? 'today' : 'ahead';
};

/** The words for a date of the licence that is near or over, as they hold at `now` (ms since the epoch). */
export const wordsOfDate = (
  { date, day }: { date: LicenceDate; day: string },
  now: number,
  locale: Locale,
): { title: TextLine; text: TextLine } => {
  const days = daysUntil(day, now);
  const when = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return {
    title: { key: `licenceDate.${date}.${timeOf(days)}`, params: { day: formatDay(day, locale), when } },
    text: { key: `licenceDate.${date}.text`, params: {} },
  };
};
