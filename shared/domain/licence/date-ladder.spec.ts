import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { formatDay } from '@shared/i18n/format';
import { dateNoticesOf } from '@shared/domain/status/date-notices';
import { OVER, rungOf } from './date-ladder';
import { readExpiry } from './flexnet/lines/read-day';
import { isDayOver, nextDayAfter, utcDay } from '@shared/domain/time/dates';

const DAY = 86_400_000;
const LADDER = [60, 30, 14, 7, 3, 1, 0];

// With half and three-quarter hours, without and with summer time on both halves of the earth, and the date line.
const ZONES = [
  ...['UTC', 'Europe/London', 'Europe/Rome', 'Europe/Lisbon', 'Europe/Moscow', 'Africa/Casablanca'],
  ...['Africa/Cairo', 'Africa/Johannesburg', 'Asia/Tehran', 'Asia/Dubai', 'Asia/Kolkata', 'Asia/Kathmandu'],
  ...['Asia/Shanghai', 'Asia/Tokyo', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Pacific/Auckland'],
  ...['Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'],
  ...['America/St_Johns', 'America/Sao_Paulo', 'America/Los_Angeles'],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days of change to and from summer time, leap days, ends of months and years; then any day of a century. */
const someDay = fc.oneof(
  fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-14', '2027-11-07', '2027-04-04', '2027-09-26'),
  fc.constantFrom('2028-02-28', '2028-02-29', '2028-03-01', '2027-02-28', '2026-12-31', '2027-01-01'),
  fc.integer({ min: 10_957, max: 47_000 }).map((number) => utcDay(number * DAY)),
);
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const before = process.env['TZ'];
afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

describe.each(ZONES)('in the time zone %s', (zone) => {
  it('the named day is the last usable one, from its first to its last moment in UTC', () => {
    process.env['TZ'] = zone;
    expect(new Date(startOf('2026-01-15')).toLocaleString('en-GB')).toBe(
      new Date(startOf('2026-01-15')).toLocaleString('en-GB', { timeZone: zone }),
    );
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: DAY - 1 }), (day, within) => {
        const start = startOf(day);
        for (const moment of [start, start + within, start + DAY - 1]) {
          expect(isDayOver(day, moment)).toBe(false);
          expect(rungOf(LADDER, day, moment)).toBe(0);
          expect(nextDayAfter(moment)).toBe(start + DAY);
        }
        expect(isDayOver(day, start + DAY)).toBe(true);
        expect(rungOf(LADDER, day, start + DAY)).toBe(OVER);
        expect(rungOf(LADDER, day, start - 1)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('a day is read and written as it is named', () => {
    process.env['TZ'] = zone;
    fc.assert(
      fc.property(someDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        expect(readExpiry(`${Number(date)}-${MONTHS[Number(month) - 1]}-${year}`)).toEqual({ day });
        expect(formatDay(day, 'en-GB')).toMatch(new RegExp(`^${Number(date)} \\w+ ${year}$`));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the ladder', () => {
  const day = '2027-06-30';
  const at = (days: number) => startOf(day) - days * DAY;

  it.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 14],
    [2, 3],
    [0, 0],
    [-1, OVER],
    [-400, OVER],
  ])('%i days before, it stands on %s', (days, rung) => {
    expect(rungOf(LADDER, day, at(days))).toBe(rung);
  });

  it('may be in any order, and empty', () => {
    expect(rungOf([0, 7, 60, 14], day, at(10))).toBe(14);
    expect(rungOf([], day, at(-1))).toBeNull();
  });

  it('has a banner from 30 days before on', () => {
    const codes = (days: number) =>
      dateNoticesOf({ expiresOn: day, maintenanceUntil: day }, at(days)).map(({ code }) => code);
    expect(codes(31)).toEqual([]);
    expect(codes(30)).toEqual(['licence-expires-soon', 'maintenance-ends-soon']);
    expect(codes(0)).toEqual(['licence-expires-soon', 'maintenance-ends-soon']);
    expect(codes(-1)).toEqual(['licence-expired', 'maintenance-ended']);
    expect(dateNoticesOf({ expiresOn: null, maintenanceUntil: null }, at(0))).toEqual([]);
  });
});
