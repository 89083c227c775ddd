import { describe, expect, it } from 'vitest';
import { differenceOf, type ComparedLicence } from '@shared/domain/licence/licence-difference';
import { differenceLines } from './difference-lines';
import { LOCALES, type Locale } from '@shared/domain/settings/locales';
import { loadLanguage } from './translator';

const before: ComparedLicence = {
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 25,
  features: [{ id: 'webshop', name: 'Webshop', quantity: 25, expiresOn: null }],
};
const after: ComparedLicence = {
  expiresOn: null,
  maintenanceUntil: '2028-06-30',
  users: 50,
  features: [{ id: 'accounting', name: 'Accounting', quantity: 5, expiresOn: '2027-12-31' }],
};

const describeChange = async (locale: Locale, from: ComparedLicence | null, to: ComparedLicence) => {
  const { translate } = await loadLanguage(locale);
  return differenceLines(differenceOf(from, to, null), locale)
    .map(({ key, params }) => translate(key, params))
    .join(', ');
};

describe('the words for what a licence changed', () => {
  it('names users and maintenance first', async () => {
    expect(await describeChange('en-GB', before, after)).toBe(
      'Users: 25 → 50, Maintenance until 30 June 2028, Accounting added (5), Webshop removed, Licence without an end date',
    );
    expect(await describeChange('it', before, { ...before, maintenanceUntil: '2028-06-30' })).toBe(
      'Manutenzione fino al 30 giugno 2028',
    );
  });

  it.each(LOCALES)('has a text for every kind of change in %s', async (locale) => {
    expect(await describeChange(locale, before, after)).not.toContain('licenceDifference.');
    expect(await describeChange(locale, null, after)).not.toContain('licenceDifference.');
    expect(await describeChange(locale, after, before)).not.toContain('licenceDifference.');
    expect(await describeChange(locale, before, before)).not.toContain('licenceDifference.');
  });
});
