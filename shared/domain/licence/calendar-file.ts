import type { LicenceSummary } from './licence-summary';
import { datesOf, type LicenceDate } from './date-ladder';
import { utcDay } from '@shared/domain/time/dates';

const DAY = 86_400_000;
/** RFC 5545, 3.1: octets of a line without its end. */
const LINE_CAP = 75;
const MAX_ALARMS = 10;

export interface CalendarOptions {
  licence: Pick<LicenceSummary, 'serialNumber' | 'sequence' | 'expiresOn' | 'maintenanceUntil'>;
  /** The maker of the file: name and version of the program. */
  maker: string;
  /** Days before each date on which the calendar reminds. */
  alarmDays: readonly number[];
  words: (date: LicenceDate, day: string) => { summary: string; description: string };
  /** In ms since the epoch. */
  now: number;
}

const escapeText = (text: string) =>
  text
    .replaceAll(/\r\n|\r|\n/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** Folds a line as RFC 5545, 3.1 demands: at most 75 octets, never inside a character. */
const fold = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = new TextEncoder().encode(character).length;
    // A continued line begins with a blank that counts.
    if (octets + length > LINE_CAP) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n');
};

const dateOf = (day: string) => day.replaceAll('-', '');
const timeOf = (ms: number) => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** One for each serial number and date for ever, so that a later file moves the entry instead of adding one. */
const uidOf = (date: LicenceDate, serialNumber: string | null) =>
  `${date}-${encodeURIComponent(serialNumber ?? 'licence')}@remote-service`;

const eventOf = (date: LicenceDate, day: string, options: CalendarOptions): string[] => {
  const { licence, alarmDays, words, now } = options;
  const { summary, description } = words(date, day);
  const next = utcDay(Date.parse(`${day}T00:00:00Z`) + DAY);
  const days = [...new Set(alarmDays)].sort((a, b) => b - a).slice(0, MAX_ALARMS);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(date, licence.serialNumber)}`,
    `SEQUENCE:${licence.sequence ?? 0}`,
    `DTSTAMP:${timeOf(now)}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(next)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    ...days.flatMap((before) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      `TRIGGER:${before === 0 ? 'PT0S' : `-P${before}D`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
};

/** The dates of a licence as an iCalendar file (RFC 5545), an all-day entry each; null where it has none. */
export const calendarOf = (options: CalendarOptions): string | null => {
  const dates = datesOf(options.licence);
  if (dates.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escapeText(options.maker.replaceAll('/', ' '))}//EN`,
    'CALSCALE:GREGORIAN',
    ...dates.flatMap(({ date, day }) => eventOf(date, day, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
};
