import type { CalendarOptions } from '@shared/domain/licence/calendar-file';
import { formatDay } from './format-day';
import type { Locale } from './locales';
import type { Translate } from './translator';

/** What the entries of the calendar file say. */
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
