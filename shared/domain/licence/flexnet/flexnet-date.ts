import { isCalendarDate } from '@shared/domain/licence/format/licence-dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE = /^(\d{1,2})-([a-z]{3})-(\d{1,4})$/;
const PERMANENT = /^(?:permanent|0{1,4})$/;
const FIRST_TWO_DIGIT_YEAR = 80;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
}

/**
 * A FlexNet expiry: `d-mmm-yyyy` as `YYYY-MM-DD`; `permanent`, `0` and any date of the year 0 as null;
 * undefined for anything else, so that a damaged date is never taken for a perpetual licence.
 */
export function readFlexnetDate(text: string): string | null | undefined {
  const lower = text.toLowerCase();
  if (PERMANENT.test(lower)) return null;
  const [, day, month, year] = DATE.exec(lower) ?? [];
  if (day === undefined || month === undefined || year === undefined || !MONTHS.includes(month))
    return undefined;
  if (Number(year) === 0) return null;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  const date = `${String(fullYear(year)).padStart(4, '0')}-${number}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
