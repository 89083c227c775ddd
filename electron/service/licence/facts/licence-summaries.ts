import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { countedFeatures } from '@shared/domain/licence/licensed-pools';
import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import type { ComparedLicence } from '@shared/domain/licence/licence-difference';
import type { InstalledLicence } from './installed-licence';

export const summaryOfClaims = (claims: LicenceClaims): LicenceSummary => ({
  serialNumber: claims.serialNumber.slice(0, 64),
  sequence: claims.sequence,
  expiresOn: claims.expiresOn,
  maintenanceUntil: claims.maintenanceUntil,
  users: claims.users,
  features: claims.features.map(({ id, name, quantity, expiresOn }) => ({
    id: id.slice(0, 100),
    name: name.slice(0, 200),
    quantity,
    expiresOn,
  })),
  customer: claims.customer.name.slice(0, 200),
});

/**
 * The summary of a FlexNet file alone; users and maintenance are known to a package only. null where it grants nothing that can
 * be understood.
 */
export const summaryOfFile = (installed: InstalledLicence): LicenceSummary | null => {
  const features = countedFeatures(installed.features);
  if (features.length === 0 && installed.serialNumber === null) return null;
  return {
    serialNumber: installed.serialNumber,
    sequence: null,
    expiresOn: installed.expiresOn,
    maintenanceUntil: null,
    users: null,
    features,
    customer: null,
  };
};

/** A feature that ends with the licence has no end of its own, as in a package; uncounted counts as 0. */
export const comparedLicenceOf = (summary: LicenceSummary): ComparedLicence => ({
  expiresOn: summary.expiresOn,
  maintenanceUntil: summary.maintenanceUntil,
  users: summary.users,
  features: summary.features.map(({ id, name, quantity, expiresOn }) => ({
    id,
    name,
    quantity: quantity ?? 0,
    expiresOn: expiresOn === summary.expiresOn ? null : expiresOn,
  })),
});

/**
 * The earlier licence as it may be compared with `after`. A bare FlexNet file counts what its vendor daemon hands out,
 * often users, where a package counts features: its quantities say nothing about a change.
 */
export const comparedTo = (after: ComparedLicence, earlier: LicenceSummary): ComparedLicence => {
  const before = comparedLicenceOf(earlier);
  if (earlier.sequence !== null) return before;
  const quantities = new Map(after.features.map(({ id, quantity }) => [id, quantity]));
  return {
    ...before,
    features: before.features.map((feature) => ({
      ...feature,
      quantity: quantities.get(feature.id) ?? feature.quantity,
    })),
  };
};
