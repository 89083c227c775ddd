import { daysUntil } from '@shared/domain/time/dates';
import type { Fact } from '@renderer/components/layout/fact';

export interface DateWords {
  day: (day: string) => string;
  days: (count: number) => string;
  none: string;
}

/** A licence date as a fact, with its distance while it is less than a year away or past. */
export const dateFact = (
  key: string,
  label: string,
  day: string | null,
  now: number,
  words: DateWords,
): Fact => {
  if (day === null) return { key, label, value: words.none };
  const days = daysUntil(day, now);
  return { key, label, value: words.day(day), note: days < 365 ? words.days(days) : undefined };
};
