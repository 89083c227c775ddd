import { z } from 'zod';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|\+00:00)$/;

/** True for a day that exists: `Date` alone would roll 2027-02-30 over into March. */
export function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day that exists, `YYYY-MM-DD`, meant in UTC. */
export const CalendarDate = z.string().max(10).refine(isCalendarDate);

/** RFC 3339 timestamp in UTC (`Z` or `+00:00`), seconds included. */
export const UtcTimestamp = z
  .string()
  .max(40)
  .refine((text) => isCalendarDate(TIMESTAMP.exec(text)?.[1] ?? ''));

/** The UTC day of a time in milliseconds since the epoch, `YYYY-MM-DD`. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** True once the named last usable day is over, in UTC; `null` (perpetual) is never over. */
export const isDayOver = (lastDay: string | null, time: number): boolean =>
  lastDay !== null && lastDay < utcDay(time);
