import { describe, expect, it } from 'vitest';
import { differenceOf, LicenceDifference, summaryOf, type ComparedLicence } from './licence-difference';
import { LicenceClaims } from './format/licence-claims';
import { validClaims } from './format/vectors.fixture';

const before: ComparedLicence = {
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 25,
  features: [
    { id: 'webshop', name: 'Web shop', quantity: 1, expiresOn: null },
    { id: 'accounting', name: 'Accounting', quantity: 1, expiresOn: '2027-12-31' },
  ],
};

describe('differenceOf', () => {
  it('is empty for the same licence', () => {
    expect(differenceOf(before, before, 'replacement')).toEqual({
      isFirst: false,
      reason: 'replacement',
      changes: [],
    });
  });

  it('names every change, each once', () => {
    const after: ComparedLicence = {
      expiresOn: null,
      maintenanceUntil: '2028-06-30',
      users: 50,
      features: [
        { id: 'webshop', name: 'Shop', quantity: 3, expiresOn: '2028-01-31' },
        { id: 'colour', name: 'Colour', quantity: 2, expiresOn: null },
      ],
    };
    const difference = differenceOf(before, after, 'features-added');
    expect(LicenceDifference.parse(difference).changes).toEqual([
      { kind: 'feature-quantity', id: 'webshop', name: 'Shop', from: 1, to: 3 },
      { kind: 'feature-expiry', id: 'webshop', name: 'Shop', from: null, to: '2028-01-31' },
      { kind: 'feature-added', id: 'colour', name: 'Colour', quantity: 2 },
      { kind: 'feature-removed', id: 'accounting', name: 'Accounting', quantity: 1 },
      { kind: 'users', from: 25, to: 50 },
      { kind: 'expiry', from: '2027-12-31', to: null },
      { kind: 'maintenance', from: '2027-06-30', to: '2028-06-30' },
    ]);
  });

  it('tells all of a first licence, perpetual or not', () => {
    const first = differenceOf(
      null,
      { ...summaryOf(LicenceClaims.parse(validClaims())), expiresOn: null },
      'initial',
    );
    expect(first.isFirst).toBe(true);
    expect(first.changes.map(({ kind }) => kind)).toEqual([
      'feature-added',
      'feature-added',
      'users',
      'expiry',
      'maintenance',
    ]);
  });
});
