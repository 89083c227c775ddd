import { formatDay, formatInstant, formatMoment } from '@shared/i18n/format';
import type { Locale } from '@shared/domain/settings/locales';
import { useTranslation } from '@renderer/i18n/use-translation';

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A distance in time in its largest whole unit, "3 hours ago" or "in 2 minutes"; below a minute it is "now". */
export const formatDistance = (ms: number, locale: Locale) => {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = STEPS.find(([, length]) => Math.abs(ms) >= length) ?? [
    'second',
    Number.POSITIVE_INFINITY,
  ];
  return words.format(Math.trunc(ms / size), unit);
};

/** Dates, times and numbers in the language of the page. */
export const useFormat = () => {
  const { locale } = useTranslation();
  const current = () => locale.value;
  return {
    day: (day: string) => formatDay(day, current()),
    moment: (timestamp: string) => formatMoment(timestamp, current()),
    instant: (timestamp: string) => formatInstant(timestamp, current()),
    distance: (timestamp: string, now: number) => formatDistance(Date.parse(timestamp) - now, current()),
    days: (count: number) => formatDistance(count * 86_400_000, current()),
    number: (value: number) => new Intl.NumberFormat(current()).format(value),
    locale: current,
  };
};
