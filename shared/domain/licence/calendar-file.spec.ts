import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, type CalendarOptions } from './calendar-file';

const options: CalendarOptions = {
  licence: {
    serialNumber: 'PD-0042-7781',
    sequence: 7,
    expiresOn: '2027-12-31',
    maintenanceUntil: '2028-02-28',
  },
  maker: 'Remote Service 1.0.0',
  alarmDays: [0, 30, 7],
  words: (date, day) => ({ summary: `${date}, it ends`, description: `last day: ${day}; \\ then\nask` }),
  now: Date.parse('2026-11-02T09:08:07.654Z'),
};
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const linesOf = (change: Partial<CalendarOptions> = {}) =>
  unfold(calendarOf({ ...options, ...change }) ?? '');

describe('the calendar file', () => {
  it('has an all-day entry for each date, with its alarms', () => {
    expect(linesOf()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Remote Service 1.0.0//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:expiry-PD-0042-7781@remote-service',
      'SEQUENCE:7',
      'DTSTAMP:20261102T090807Z',
      'DTSTART;VALUE=DATE:20271231',
      'DTEND;VALUE=DATE:20280101',
      String.raw`SUMMARY:expiry\, it ends`,
      String.raw`DESCRIPTION:last day: 2027-12-31\; \\ then\nask`,
      'TRANSP:TRANSPARENT',
      ...['-P30D', '-P7D', 'PT0S'].flatMap((trigger) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        String.raw`DESCRIPTION:expiry\, it ends`,
        `TRIGGER:${trigger}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:maintenance-PD-0042-7781@remote-service',
      ...linesOf().slice(31),
    ]);
    expect(linesOf()).toContain('DTSTART;VALUE=DATE:20280228');
    expect(linesOf()).toContain('DTEND;VALUE=DATE:20280229');
  });

  it('moves the same entries when the licence is extended', () => {
    const later = linesOf({
      licence: { ...options.licence, sequence: 8, expiresOn: '2028-12-31' },
      now: options.now + 1e10,
    });
    const uids = (lines: string[]) => lines.filter((line) => line.startsWith('UID:'));
    expect(uids(later)).toEqual(uids(linesOf()));
    expect(later).toContain('SEQUENCE:8');
  });

  it('leaves out a date that the licence does not have', () => {
    const perpetual = linesOf({ licence: { ...options.licence, expiresOn: null } });
    expect(perpetual.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(
      calendarOf({ ...options, licence: { ...options.licence, expiresOn: null, maintenanceUntil: null } }),
    ).toBeNull();
  });

  it('keeps to 75 octets a line, whole characters and CRLF, whatever the words', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const file = calendarOf({ ...options, words: () => ({ summary, description }) }) ?? '';
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(file))).toBe(file);
        const begun = unfold(file).filter((line) => line.startsWith('BEGIN:'));
        expect(begun).toHaveLength(9);
      }),
    );
  });
});
