import type { UpdateStatus } from '@shared/domain/updates/update';
import type { Locale } from '@shared/domain/settings/locales';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in its largest fitting unit of 1000, such as "48.2 MB". */
export const formatBytes = (bytes: number, locale: Locale): string => {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  const options = {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: value < 100 && step > 0 ? 1 : 0,
  };
  return new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions).format(value);
};

/** Seconds that are left at the rate of now; null while it cannot be told. */
export const secondsLeft = ({ receivedBytes, bytesPerSecond }: UpdateStatus['download'], size: number) =>
  bytesPerSecond === null || bytesPerSecond === 0 ? null : Math.ceil((size - receivedBytes) / bytesPerSecond);

/** A span in its largest whole unit, rounded up, such as "3 minutes". */
export const formatSpan = (seconds: number, locale: Locale): string => {
  const [unit, length] = (
    [
      ['hour', 3600],
      ['minute', 60],
    ] as const
  ).find(([, size]) => seconds >= size) ?? ['second', 1];
  const value = Math.ceil(seconds / length);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
};
