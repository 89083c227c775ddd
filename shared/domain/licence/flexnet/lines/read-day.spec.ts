import { describe, expect, it } from 'vitest';
import { readDay, readExpiry } from './read-day';

describe('readExpiry', () => {
  it.each([
    ['31-dec-2027', '2027-12-31'],
    ['1-Jan-2027', '2027-01-01'],
    ['29-FEB-2028', '2028-02-29'],
    ['31-dec-98', '1998-12-31'],
    ['permanent', null],
    ['PERMANENT', null],
    ['1-jan-0', null],
    ['01-jan-00', null],
    ['1-jan-000', null],
    ['31-dec-0000', null],
  ])('reads %s', (text, day) => {
    expect(readExpiry(text)).toEqual({ day });
  });

  it.each([
    '31-feb-2027',
    '29-feb-2027',
    '0-jan-2027',
    '32-jan-0',
    '2027-12-31',
    '31-dez-2027',
    '0',
    '00',
    '',
    '1-jan-0027',
  ])('has no day for %s', (text) => {
    expect(readExpiry(text)).toEqual({ error: 'flexnet-date-invalid' });
  });

  it.each(['31-dec-27', '31-dec-202', '1-jan-7'])('wants four digits of the year in %s', (text) => {
    expect(readExpiry(text)).toEqual({ error: 'flexnet-year-short' });
  });
});

it('takes permanent for no day of issue', () => {
  expect(readDay('permanent')).toEqual({ error: 'flexnet-date-invalid' });
});
