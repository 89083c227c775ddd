import { expect, it } from 'vitest';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { differenceOf } from '@shared/domain/licence/licence-difference';
import { comparedLicenceOf, comparedTo } from './licence-summaries';

const licence = (sequence: number | null, quantity: number): LicenceSummary => ({
  serialNumber: 'PD-1',
  sequence,
  expiresOn: null,
  maintenanceUntil: null,
  users: null,
  features: [{ id: 'webshop', name: 'Web shop', quantity, expiresOn: null }],
  customer: null,
});
const changes = (before: LicenceSummary, after: LicenceSummary) => {
  const compared = comparedLicenceOf(after);
  return differenceOf(comparedTo(compared, before), compared, null).changes;
};

it('compares quantities between packages only, not with the counts of a bare file', () => {
  expect(changes(licence(1, 25), licence(2, 1))).toMatchObject([
    { kind: 'feature-quantity', from: 25, to: 1 },
  ]);
  expect(changes(licence(null, 25), licence(2, 1))).toEqual([]);
});
