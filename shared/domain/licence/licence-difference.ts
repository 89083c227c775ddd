import { z } from 'zod';
import { LicenceFeature, LicenceReason, type LicenceClaims } from './format/licence-claims';
import { CalendarDay } from '@shared/domain/time/dates';

const Count = z.int().min(0);
const featureChange = <Kind extends string>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    id: z.string().max(128),
    name: z.string().max(256),
    quantity: Count,
  });
const feature = { id: z.string().max(128), name: z.string().max(256) };

/** The facts by which two licences are compared. null: `users` and `maintenanceUntil` not known, `expiresOn` perpetual. */
export const ComparedLicence = z.strictObject({
  expiresOn: CalendarDay.nullable(),
  maintenanceUntil: CalendarDay.nullable(),
  users: Count.nullable(),
  features: z.array(LicenceFeature).max(500),
});
export type ComparedLicence = z.output<typeof ComparedLicence>;

/** One thing that a new licence changes. A date null means perpetual for expiry, not known for maintenance. */
export const LicenceChange = z.discriminatedUnion('kind', [
  featureChange('feature-added'),
  featureChange('feature-removed'),
  z.strictObject({ kind: z.literal('feature-quantity'), ...feature, from: Count, to: Count }),
  z.strictObject({
    kind: z.literal('feature-expiry'),
    ...feature,
    from: CalendarDay.nullable(),
    to: CalendarDay.nullable(),
  }),
  z.strictObject({ kind: z.literal('users'), from: Count.nullable(), to: Count.nullable() }),
  z.strictObject({ kind: z.literal('expiry'), from: CalendarDay.nullable(), to: CalendarDay.nullable() }),
  z.strictObject({
    kind: z.literal('maintenance'),
    from: CalendarDay.nullable(),
    to: CalendarDay.nullable(),
  }),
]);
export type LicenceChange = z.output<typeof LicenceChange>;

/**
 * The changes of a new licence, as data for the announcement. With `isFirst` there was none before: each `from`
 * is then null and every feature is an added one.
 */
export const LicenceDifference = z.strictObject({
  isFirst: z.boolean(),
  reason: LicenceReason.nullable(),
  changes: z.array(LicenceChange).max(1100),
});
export type LicenceDifference = z.output<typeof LicenceDifference>;

export const summaryOf = ({
  expiresOn,
  maintenanceUntil,
  users,
  features,
}: LicenceClaims): ComparedLicence => ({
  expiresOn,
  maintenanceUntil,
  users,
  features,
});

function compareFeature(before: LicenceFeature | undefined, after: LicenceFeature): LicenceChange[] {
  const { id, name, quantity, expiresOn } = after;
  if (!before) return [{ kind: 'feature-added', id, name, quantity }];
  const changes: LicenceChange[] = [];
  if (before.quantity !== quantity) {
    changes.push({ kind: 'feature-quantity', id, name, from: before.quantity, to: quantity });
  }
  if (before.expiresOn !== expiresOn) {
    changes.push({ kind: 'feature-expiry', id, name, from: before.expiresOn, to: expiresOn });
  }
  return changes;
}

function compareFeatures(
  before: readonly LicenceFeature[],
  after: readonly LicenceFeature[],
): LicenceChange[] {
  const known = new Map(before.map((feature) => [feature.id, feature]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map(({ id, name, quantity }): LicenceChange => ({ kind: 'feature-removed', id, name, quantity }));
  return [...after.flatMap((feature) => compareFeature(known.get(feature.id), feature)), ...removed];
}

/** The changes from `before` to `after` (`before` null = there was no licence). Names are those of the newer licence. */
export function differenceOf(
  before: ComparedLicence | null,
  after: ComparedLicence,
  reason: LicenceReason | null,
): LicenceDifference {
  const changes = compareFeatures(before?.features ?? [], after.features);
  const from = before ?? { users: null, expiresOn: null, maintenanceUntil: null };
  if (from.users !== after.users) changes.push({ kind: 'users', from: from.users, to: after.users });
  if (!before || from.expiresOn !== after.expiresOn) {
    changes.push({ kind: 'expiry', from: from.expiresOn, to: after.expiresOn });
  }
  if (from.maintenanceUntil !== after.maintenanceUntil) {
    changes.push({ kind: 'maintenance', from: from.maintenanceUntil, to: after.maintenanceUntil });
  }
  return { isFirst: before === null, reason, changes };
}
