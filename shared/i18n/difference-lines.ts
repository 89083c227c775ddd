import type { LicenceChange, LicenceDifference } from '@shared/domain/licence/licence-difference';
import { formatDay } from './format';
import type { Locale } from '@shared/domain/settings/locales';
import type { KeyUnder, MessageKey } from './messages';

/** A text with its values. */
export interface TextLine {
  key: MessageKey;
  params: Record<string, string | number>;
}

type LineName = Exclude<KeyUnder<'licenceDifference'>, `reason.${string}`>;

const line = (name: LineName, params: TextLine['params'] = {}): TextLine => ({
  key: `licenceDifference.${name}`,
  params,
});

const lineOf = (change: LicenceChange, locale: Locale): TextLine | null => {
  switch (change.kind) {
    case 'users':
      if (change.to === null) return null;
      return change.from === null
        ? line('usersFirst', { to: change.to })
        : line('users', { from: change.from, to: change.to });
    case 'maintenance':
      return change.to === null ? null : line('maintenance', { to: formatDay(change.to, locale) });
    case 'expiry':
      return change.to === null
        ? line('expiryPerpetual')
        : line('expiry', { to: formatDay(change.to, locale) });
    case 'feature-added':
      return line('featureAdded', { name: change.name, quantity: change.quantity });
    case 'feature-removed':
      return line('featureRemoved', { name: change.name });
    case 'feature-quantity':
      return line('featureQuantity', { name: change.name, from: change.from, to: change.to });
    case 'feature-expiry':
      return change.to === null
        ? line('featureExpiryPerpetual', { name: change.name })
        : line('featureExpiry', { name: change.name, to: formatDay(change.to, locale) });
  }
};

const RANK: readonly LicenceChange['kind'][] = [
  'users',
  'maintenance',
  'feature-added',
  'feature-quantity',
  'feature-removed',
  'feature-expiry',
  'expiry',
];

/** The changes of a new licence, most important first: the same words in the notification, on the page and in Activity. */
export const differenceLines = (difference: LicenceDifference, locale: Locale): TextLine[] => {
  const lines = [...difference.changes]
    .sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))
    .flatMap((change) => lineOf(change, locale) ?? []);
  return lines.length > 0 ? lines : [line('nothing')];
};
