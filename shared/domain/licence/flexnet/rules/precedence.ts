import { compareVersions, type Grant } from '../lines/grant-line';

const DEFAULT_SORT = 100;

const rankOf = ({ kind, count }: Grant): number =>
  (kind === 'FEATURE' ? 0 : 2) + (count === 'uncounted' ? 0 : 1);

/**
 * The order in which a licence server takes the lines of one feature (End User Guide, "Order of Precedence"): by `sort=`,
 * FEATURE before INCREMENT, uncounted before counted, higher versions first, newest first. Lines with one `sort=` keep
 * the order of the file.
 */
function byPrecedence(one: Grant, other: Grant): number {
  const sort = (one.sort ?? DEFAULT_SORT) - (other.sort ?? DEFAULT_SORT);
  if (sort !== 0) return sort;
  if (one.sort !== null && other.sort !== null) return one.line - other.line;
  const newest = (other.issuedOn ?? '') < (one.issuedOn ?? '') ? -1 : 1;
  return (
    rankOf(one) - rankOf(other) ||
    compareVersions(other.version, one.version) ||
    (one.issuedOn === other.issuedOn ? 0 : newest) ||
    one.line - other.line
  );
}

/**
 * The FEATURE lines that another one of the feature leaves without effect: of the counted ones only the first counts, of
 * uncounted ones the first for the same machines ("Order of Lines in the License File", "Mixed Node-Locked and Floating
 * Licenses").
 */
export function ignoredLines(grants: readonly Grant[]): ReadonlySet<Grant> {
  const ignored = new Set<Grant>();
  const taken = new Set<string>();
  for (const grant of grants.filter(({ kind }) => kind === 'FEATURE').sort(byPrecedence)) {
    const machines = grant.count === 'uncounted' ? grant.pool : 'counted';
    const key = `${grant.feature} ${machines}`;
    if (taken.has(key)) ignored.add(grant);
    taken.add(key);
  }
  return ignored;
}
