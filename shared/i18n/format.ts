import type { Params } from '@shared/errors/app-error';
import type { Locale } from '@shared/domain/settings/locales';

/** French counts the first day of a month as "1er", which `Intl` leaves out. */
const written = (format: Intl.DateTimeFormat, date: Date, locale: Locale) =>
  format
    .formatToParts(date)
    .map(({ type, value }) => (locale === 'fr' && type === 'day' && value === '1' ? '1er' : value))
    .join('');

/** A calendar day (`YYYY-MM-DD`) as the language writes it; always in UTC, as the licence means it. */
export const formatDay = (day: string, locale: Locale) =>
  written(
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    new Date(`${day}T00:00:00Z`),
    locale,
  );

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The values of a text, its `day` as the language writes days. */
export const withWrittenDay = (params: Params, locale: Locale): Params => {
  const { day } = params;
  return typeof day === 'string' && CALENDAR_DAY.test(day)
    ? { ...params, day: formatDay(day, locale) }
    : params;
};

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions;

/** A moment in local time with its zone. */
export const formatMoment = (timestamp: string, locale: Locale) =>
  written(new Intl.DateTimeFormat(locale, MOMENT), new Date(timestamp), locale);

/** A moment to the second, where the order of events counts. */
export const formatInstant = (timestamp: string, locale: Locale) =>
  written(new Intl.DateTimeFormat(locale, { ...MOMENT, second: '2-digit' }), new Date(timestamp), locale);

/** A fingerprint (hex) as people read it to each other: upper case, in pairs. */
export const formatFingerprint = (sha256: string): string =>
  sha256.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');
