import { z } from 'zod';

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|\+00:00)$/;

/** A calendar day, `YYYY-MM-DD`; the named day is the last usable one, in UTC. */
export const CalendarDay = z.iso.date();

/** True for a day that exists: `Date` alone would roll 2027-02-30 over into March. */
export const isCalendarDay = (text: string): boolean => CalendarDay.safeParse(text).success;

/** A moment as the program writes it, RFC 3339 in UTC. */
export const Timestamp = z.iso.datetime();

/** A moment as others write it, RFC 3339 in UTC: `Z` or `+00:00`, seconds included, up to nanoseconds. */
export const UtcTimestamp = z
  .string()
  .max(40)
  .refine((text) => isCalendarDay(TIMESTAMP.exec(text)?.[1] ?? ''));

const DAY = 86_400_000;

/** Whole days from today (UTC) until the named day: 0 on that day, negative after it. `now` in ms since the epoch. */
export const daysUntil = (day: string, now: number) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Math.floor(now / DAY) * DAY) / DAY);

/** When the next day begins in UTC, in ms since the epoch. */
export const nextDayAfter = (now: number): number => (Math.floor(now / DAY) + 1) * DAY;

/** The UTC day of a time in milliseconds since the epoch, `YYYY-MM-DD`. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** True once the named last usable day is over, in UTC; `null` (perpetual) is never over. */
export const isDayOver = (lastDay: string | null, time: number): boolean =>
  lastDay !== null && lastDay < utcDay(time);

export const timestampOf = (ms: number) => new Date(ms).toISOString();
