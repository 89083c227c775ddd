import { featureKey } from '../lines/feature-key';
import type { Grant } from '../lines/grant-line';

type Dated = Pick<Grant, 'feature' | 'issuedOn'>;
type Superseding = Pick<Grant, 'vendor' | 'issuedOn' | 'supersedes'>;

/** The day before which licences of a feature are superseded, by `featureKey`. */
export type Supersessions = ReadonlyMap<string, string>;

/**
 * A line with SUPERSEDE makes ineffective what was issued for its own or the listed features before its ISSUED or else
 * START day (FlexNet Operations, "Using the SUPERSEDE and SUPERSEDE_SIGN Keywords"); whether it is over itself is no matter.
 */
export function supersessionsOf(lines: readonly Superseding[]): Supersessions {
  const newest = new Map<string, string>();
  for (const { vendor, issuedOn, supersedes } of lines) {
    if (issuedOn === null) continue;
    for (const name of supersedes ?? []) {
      const key = featureKey(name, vendor);
      if ((newest.get(key) ?? '') < issuedOn) newest.set(key, issuedOn);
    }
  }
  return newest;
}

/** Lines of one day do not supersede each other; a line without a day is older than any. */
export const isSuperseded = ({ feature, issuedOn }: Dated, supersessions: Supersessions): boolean =>
  (issuedOn ?? '') < (supersessions.get(feature) ?? '');
