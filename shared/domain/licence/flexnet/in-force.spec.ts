import { describe, expect, it } from 'vitest';
import { inForceAt } from './in-force';
import { readLicence } from './read-licence';

const HEAD = 'SERVER printsrv01 ANY 27000\nVENDOR ocelicd\n';
const SIGN = 'SIGN="00AA 11BB"';
const on = (day: string) => Date.parse(`${day}T12:00:00Z`);

const at = (lines: readonly string[], day: string) => {
  const read = readLicence(
    new TextEncoder().encode(`${HEAD}${lines.map((one) => `${one} ${SIGN}\n`).join('')}`),
  );
  if (!read.ok) throw new Error(read.code);
  return inForceAt(read.file, on(day));
};

describe('a licence as the days go by', () => {
  const lines = [
    'INCREMENT webshop ocelicd 1.0 31-dec-2026 25 SN=PD-1',
    'INCREMENT webshop ocelicd 1.0 31-dec-2027 60 START=01-jan-2027 SN=PD-2',
  ];

  it.each([
    ['2026-12-31', ['in-force', 'not-yet'], ['PD-1'], '2026-12-31', '2027-01-01'],
    ['2027-01-01', ['ended', 'in-force'], ['PD-2'], '2027-12-31', '2028-01-01'],
    ['2028-01-01', ['ended'], ['PD-1', 'PD-2'], '2027-12-31', null],
  ])('on %s', (day, states, serialNumbers, expiresOn, change) => {
    const licence = at(lines, day);
    expect(licence.pools.map(({ state }) => state)).toEqual(states);
    expect(licence).toMatchObject({ serialNumbers, expiresOn });
    expect(licence.changesAt).toBe(change === null ? null : Date.parse(`${change}T00:00:00Z`));
  });
});

it('is over behind a superseded line without end', () => {
  const licence = at(
    [
      'INCREMENT webshop ocelicd 1.0 permanent 25 ISSUED=01-nov-2024 SN=PD-OLD',
      'INCREMENT webshop ocelicd 1.0 31-oct-2026 25 SUPERSEDE ISSUED=01-nov-2025 SN=PD-NEW',
    ],
    '2026-11-30',
  );
  expect(licence).toMatchObject({ state: 'ended', expiresOn: '2026-10-31', serialNumbers: ['PD-NEW'] });
});

it('has not begun before its START', () => {
  const licence = at(
    ['INCREMENT webshop ocelicd 1.0 31-dec-2029 70 START=01-jan-2028 SN=PD-ST'],
    '2026-11-30',
  );
  expect(licence).toMatchObject({ state: 'not-yet', serialNumbers: ['PD-ST'] });
});

it('names the day that comes first, beside a feature without end', () => {
  const licence = at(
    ['FEATURE base ocelicd 1.0 permanent 1 SN=PD-1', 'FEATURE webshop ocelicd 1.0 31-jan-2027 10 SN=PD-1'],
    '2026-11-30',
  );
  expect(licence).toMatchObject({ state: 'in-force', expiresOn: '2027-01-31' });
});

it('keeps every serial number in force once, in the order of the file', () => {
  const licence = at(
    [
      'INCREMENT a ocelicd 1.0 permanent 1 SN=B',
      'INCREMENT b ocelicd 1.0 permanent 1 SN=A',
      'INCREMENT c ocelicd 1.0 permanent 1 SN=B',
    ],
    '2026-11-30',
  );
  expect(licence.serialNumbers).toEqual(['B', 'A']);
});
