import { describe, expect, it } from 'vitest';
import { isEntitled } from './entitlement';
import { cases } from './format/vectors.fixture';

describe('isEntitled', () => {
  it('knows all 6 rows', () => {
    expect(cases.entitlement).toHaveLength(6);
  });

  it.each(cases.entitlement)('$releasedOn, $backdatedTo under $maintenanceUntil: $entitled', (row) => {
    expect(isEntitled(row, row.maintenanceUntil)).toBe(row.entitled);
  });
});
