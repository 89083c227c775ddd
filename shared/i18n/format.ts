import type { Locale } from '@shared/domain/settings/locales';

/** A calendar day (`YYYY-MM-DD`) as the language writes it; always in UTC, as the licence means it. */
export const formatDay = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A moment in local time with its zone. */
export const formatMoment = (timestamp: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(timestamp));

/** A fingerprint (hex) as people read it to each other: upper case, in pairs. */
export const formatFingerprint = (sha256: string): string =>
  sha256.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');
