import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeFileName, licenceFileName } from './licence-file-name';

const ID = '3b6f0f54-6c5e-4a53-9d77-0d0f5b1c0001';
const HOSTILE = [
  '../../etc/cron.d/x',
  'a:b',
  'a\0b',
  'a/b',
  'a\\b',
  'CON',
  'nul.lic',
  'COM1.tar.gz',
  'lpt9',
  '.',
  '..',
  '.hidden',
  'dot.',
  'blank ',
  '',
  'x'.repeat(300),
  'name\n',
  'naïve.lic',
];

describe('licenceFileName', () => {
  it('takes the name of the settings', () => {
    expect(licenceFileName('prismadirect.lic', ID)).toBe('prismadirect.lic');
  });

  it.each(HOSTILE)('makes a name of its own in place of %j', (name) => {
    expect(isSafeFileName(name)).toBe(false);
    expect(licenceFileName(name, ID)).toBe(`licence-${ID}.lic`);
  });

  it.each(['console.lic', 'com10', 'a..b', 'v1.0'])('lets %j pass', (name) => {
    expect(isSafeFileName(name)).toBe(true);
  });

  it('is a safe name whatever it is made from', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...HOSTILE));
    fc.assert(
      fc.property(fc.option(text), text, (name, id) => {
        const made = licenceFileName(name, id);
        expect(made).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
        expect(isSafeFileName(made)).toBe(true);
      }),
    );
  });
});
