import type { ActivityDetail } from '@shared/domain/activity/activity';
import type { LicenceChange, LicenceDifference } from '@shared/domain/licence/licence-difference';

const LONGEST = 1000;

const words = (from: string | number | null, to: string | number | null) => `${from ?? '–'} → ${to ?? '–'}`;

const namesOf = (changes: readonly LicenceChange[], kinds: readonly LicenceChange['kind'][]) =>
  changes.flatMap((change) => {
    if (!('name' in change) || !kinds.includes(change.kind)) return [];
    const { name } = change;
    return 'from' in change ? `${name} ${words(change.from, change.to)}` : `${name} (${change.quantity})`;
  });

/** The changes of a licence as members of an audit record, one for each. */
export const changeDetail = ({ reason, changes }: LicenceDifference): ActivityDetail => {
  const single = (kind: 'users' | 'expiry' | 'maintenance') => {
    const change = changes.find((one) => one.kind === kind);
    return change !== undefined && 'from' in change ? words(change.from, change.to) : '';
  };
  const detail = {
    reason: reason ?? '',
    users: single('users'),
    expiresOn: single('expiry'),
    maintenanceUntil: single('maintenance'),
    featuresAdded: namesOf(changes, ['feature-added']).join(', '),
    featuresRemoved: namesOf(changes, ['feature-removed']).join(', '),
    featuresChanged: namesOf(changes, ['feature-quantity', 'feature-expiry']).join(', '),
  };
  return Object.fromEntries(
    Object.entries(detail).flatMap(([key, value]) => (value === '' ? [] : [[key, value.slice(0, LONGEST)]])),
  );
};
