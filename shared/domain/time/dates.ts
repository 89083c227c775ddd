import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`; the named day is the last usable one, in UTC. */
export const CalendarDay = z.iso.date();

/** A moment, RFC 3339 in UTC. */
export const Timestamp = z.iso.datetime();

const DAY = 86_400_000;

/** Whole days from today (UTC) until the named day: 0 on that day, negative after it. `now` in ms since the epoch. */
export const daysUntil = (day: string, now: number) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Math.floor(now / DAY) * DAY) / DAY);

export const timestampOf = (ms: number) => new Date(ms).toISOString();
