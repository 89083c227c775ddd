import { daysUntil } from '@shared/domain/time/dates';
import type { CalendarOptions } from '@shared/domain/licence/calendar-file';
import type { LicenceDate } from '@shared/domain/licence/date-ladder';
import type { TextLine } from './difference-lines';
import { formatDay } from './format';
import type { Locale } from '@shared/domain/settings/locales';
import type { Translate } from './translator';

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

/** The texts of the entries in the calendar file. */
export const calendarWords =
  (product: string, serialNumber: string, locale: Locale, translate: Translate): CalendarOptions['words'] =>
  (date, day) => ({
    summary: translate(`licenceDate.calendar.${date}`, { product }),
    description: translate('licenceDate.calendar.description', {
      day: formatDay(day, locale),
      serialNumber,
      text: translate(`licenceDate.${date}.text`),
    }),
  });
