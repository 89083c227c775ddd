import { isCalendarDay } from '@shared/domain/time/dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY = /^(\d{1,2})-([a-z]{3})-(\d{1,4})$/;
const FIRST_YEAR = 1970;

/** A day `YYYY-MM-DD`, or null for one that never comes. */
export type ReadDay = { day: string | null } | { error: 'flexnet-date-invalid' | 'flexnet-year-short' };

/**
 * Reads a day `d-mmm-yyyy`. Years from 2000 on have four digits, two digits are a year of the last century (FLEXlm FAQ);
 * the year 0, 00, 000 or 0000 never comes (End User Guide, table B-1). Any other number of digits is no year, so that a
 * damaged one is never taken for a later or for none at all.
 */
export function readDay(text: string): ReadDay {
  const [, day = '', month = '', year = ''] = DAY.exec(text.toLowerCase()) ?? [];
  const index = MONTHS.indexOf(month);
  if (index === -1 || Number(day) < 1 || Number(day) > (DAYS_IN_MONTH[index] ?? 0)) {
    return { error: 'flexnet-date-invalid' };
  }
  if (/^0+$/.test(year)) return { day: null };
  const full = year.length === 2 ? `19${year}` : year;
  if (full.length < 4) return { error: 'flexnet-year-short' };
  if (Number(full) < FIRST_YEAR)
    return { error: year.length === 2 ? 'flexnet-year-short' : 'flexnet-date-invalid' };
  const date = `${full}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(date) ? { day: date } : { error: 'flexnet-date-invalid' };
}

/** Reads the expiry of a licence: a day, the last usable one, or `permanent`. */
export const readExpiry = (text: string): ReadDay =>
  text.toLowerCase() === 'permanent' ? { day: null } : readDay(text);

/** Whether a word has the shape of a day, be it one that exists or not. */
export const looksLikeDay = (word: string): boolean =>
  /^\d{1,2}-[a-z]{3}-\d{1,4}$/i.test(word) || word.toLowerCase() === 'permanent';
