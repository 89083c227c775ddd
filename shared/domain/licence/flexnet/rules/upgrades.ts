import { featureKey } from '../lines/feature-key';
import { compareVersions, type Grant, type Upgrade } from '../lines/grant-line';

/** The place of the line that an UPGRADE takes its licences from; -1 = there is none. */
function placeOfBase(upgrade: Upgrade, grants: readonly Grant[]): number {
  let place = -1;
  for (const [at, { count, line, version }] of grants.entries()) {
    const isBase =
      count !== 'uncounted' &&
      line < upgrade.line &&
      compareVersions(version, upgrade.fromVersion) >= 0 &&
      compareVersions(version, upgrade.version) < 0;
    if (isBase && line > (grants[place]?.line ?? 0)) place = at;
  }
  return place;
}

function upgraded(upgrade: Upgrade, count: number): Grant {
  return { ...upgrade, count, kind: 'INCREMENT' };
}

/** Takes the licences of one UPGRADE from the lines of its feature; false where there is nothing to take. */
function apply(upgrade: Upgrade, grants: Grant[]): boolean {
  const place = placeOfBase(upgrade, grants);
  const base = grants[place];
  if (base === undefined || base.count === 'uncounted' || upgrade.count === 'uncounted') return false;
  const taken = Math.min(base.count, upgrade.count);
  const left = base.count - taken;
  grants.splice(place, 1, ...(left === 0 ? [] : [{ ...base, count: left }]), upgraded(upgrade, taken));
  return true;
}

/**
 * An UPGRADE takes up to its number of licences from the closest line before it with a version in between, and grants as
 * many of the new version with its own dates (End User Guide p. 117). `baseless` are those that find no such line.
 */
export function applyUpgrades(
  grants: readonly Grant[],
  upgrades: readonly Upgrade[],
): { grants: Grant[]; baseless: Upgrade[] } {
  const byFeature = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = featureKey(grant.name, grant.vendor);
    const lines = byFeature.get(key);
    if (lines) lines.push(grant);
    else byFeature.set(key, [grant]);
  }
  const baseless = upgrades.filter(
    (one) => !apply(one, byFeature.get(featureKey(one.name, one.vendor)) ?? []),
  );
  return { grants: [...byFeature.values()].flat(), baseless };
}
