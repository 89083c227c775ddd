import { describe, expect, it } from 'vitest';
import { readFlexnetFile } from './flexnet-file';
import { boundHostId, expiryRange, summariseFeatures } from './flexnet-summary';

const read = (text: string) => {
  const result = readFlexnetFile(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  return result.file;
};
const summary = (text: string) => summariseFeatures(read(text).features, '2026-11-02');

describe('summariseFeatures', () => {
  it('adds up the INCREMENT lines of one feature that are still usable', () => {
    const lines = ['1-nov-2026 100', '2-nov-2026 10', '31-dec-2027 25', 'permanent 1'];
    expect(summary(lines.map((line) => `INCREMENT Colour d 1 ${line}`).join('\n'))).toEqual([
      { name: 'Colour', vendor: 'd', quantity: 36, expiresOn: '2026-11-02' },
    ]);
  });

  it('shows an expired feature that has no other line', () => {
    expect(summary('INCREMENT a d 1 1-nov-2026 3')).toMatchObject([{ quantity: 3, expiresOn: '2026-11-01' }]);
  });

  it('counts only the first FEATURE line, keeps vendors apart, and uncounted stays uncounted', () => {
    const text =
      'FEATURE a d 1 0 3\nFEATURE a d 1 0 9\nFEATURE a e 1 0 1\nINCREMENT b d 1 0 0\nINCREMENT b d 1 0 4';
    expect(summary(text).map(({ name, vendor, quantity }) => [name, vendor, quantity])).toEqual([
      ['a', 'd', 3],
      ['a', 'e', 1],
      ['b', 'd', 'uncounted'],
    ]);
  });
});

describe('expiryRange', () => {
  it('names the earliest and the latest day, null for ever', () => {
    const of = (...days: (string | null)[]) => expiryRange(days.map((expiresOn) => ({ expiresOn })));
    expect(of()).toBeNull();
    expect(of(null)).toEqual({ earliest: null, latest: null });
    expect(of('2028-01-01', '2027-01-01')).toEqual({ earliest: '2027-01-01', latest: '2028-01-01' });
    expect(of('2028-01-01', null)).toEqual({ earliest: '2028-01-01', latest: null });
  });
});

describe('boundHostId', () => {
  it('is that of the first server, unless that is any', () => {
    expect(boundHostId(read('SERVER a 0A1B\nSERVER b 0C0D'))).toBe('0A1B');
    expect(boundHostId(read('SERVER a any'))).toBeNull();
    expect(boundHostId(read(''))).toBeNull();
  });
});
