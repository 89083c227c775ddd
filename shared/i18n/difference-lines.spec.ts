import { describe, expect, it } from 'vitest';
import { differenceOf, type LicenceSummary } from '@shared/domain/licence/licence-difference';
import { differenceLines } from './difference-lines';
import { LOCALES, type Locale } from './locales';
import { createTranslator } from './translator';

const before: LicenceSummary = {
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 25,
  features: [{ id: 'webshop', name: 'Webshop', quantity: 25, expiresOn: null }],
};
const after: LicenceSummary = {
  expiresOn: null,
  maintenanceUntil: '2028-06-30',
  users: 50,
  features: [{ id: 'accounting', name: 'Accounting', quantity: 5, expiresOn: '2027-12-31' }],
};

const describeChange = (locale: Locale, from: LicenceSummary | null, to: LicenceSummary) => {
  const say = createTranslator(locale);
  return differenceLines(differenceOf(from, to, null), locale)
    .map(({ key, params }) => say(key, params))
    .join(', ');
};

describe('the words for what a licence changed', () => {
  it('names users and maintenance first', () => {
    expect(describeChange('en-GB', before, after)).toBe(
      'Users 25 → 50, maintenance until 30 June 2028, Accounting added (5), Webshop removed, valid without end',
    );
    expect(describeChange('it', before, { ...before, maintenanceUntil: '2028-06-30' })).toBe(
      'manutenzione fino al 30 giugno 2028',
    );
  });

  it.each(LOCALES)('has a text for every kind of change in %s', (locale) => {
    expect(describeChange(locale, before, after)).not.toContain('licenceDifference.');
    expect(describeChange(locale, null, after)).not.toContain('licenceDifference.');
    expect(describeChange(locale, after, before)).not.toContain('licenceDifference.');
    expect(describeChange(locale, before, before)).not.toContain('licenceDifference.');
  });
});
