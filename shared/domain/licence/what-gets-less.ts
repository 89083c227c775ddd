import type { z } from 'zod';
import type { LicenceChange } from './licence-difference';
import type { LicensedFeature } from './licence-summary';

type Feature = z.output<typeof LicensedFeature>;

const MAX_CHANGES = 1000;

/** Whether a last usable day comes before another; null never comes. */
const isEarlier = (day: string | null, other: string | null): boolean =>
  day !== null && (other === null || day < other);

function lessOfFeature(before: Feature, after: Feature | undefined): LicenceChange[] {
  const { id, name, quantity, expiresOn } = before;
  if (after === undefined) return [{ kind: 'feature-removed', id, name, quantity: quantity ?? 0 }];
  const changes: LicenceChange[] = [];
  if (after.quantity !== null && (quantity === null || after.quantity < quantity)) {
    changes.push({ kind: 'feature-quantity', id, name, from: quantity ?? 0, to: after.quantity });
  }
  if (isEarlier(after.expiresOn, expiresOn)) {
    changes.push({ kind: 'feature-expiry', id, name, from: expiresOn, to: after.expiresOn });
  }
  return changes;
}

/**
 * What a licence file takes away from what is in force: features that are gone, fewer licences, an earlier end. Uncounted
 * licences, null before, count as 0 in a change.
 */
export function whatGetsLess(before: readonly Feature[], after: readonly Feature[]): LicenceChange[] {
  const kept = new Map(after.map((feature) => [feature.id.toLowerCase(), feature]));
  return before
    .flatMap((feature) => lessOfFeature(feature, kept.get(feature.id.toLowerCase())))
    .slice(0, MAX_CHANGES);
}
