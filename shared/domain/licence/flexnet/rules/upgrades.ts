import { compareVersions, type Grant, type Upgrade } from '../lines/grant-line';

/** A line with its version as a number, which is compared with that of every upgrade; NaN = it is none. */
type Line = { grant: Grant; version: number };
type Bounds = { from: number; to: number };

const lineOf = (grant: Grant): Line => ({ grant, version: Number(grant.version) });

function isBetween({ grant, version }: Line, upgrade: Upgrade, { from, to }: Bounds): boolean {
  const isNumber = !Number.isNaN(version) && !Number.isNaN(from) && !Number.isNaN(to);
  if (isNumber) return version >= from && version < to;
  return (
    compareVersions(grant.version, upgrade.fromVersion) >= 0 &&
    compareVersions(grant.version, upgrade.version) < 0
  );
}

/** The place of the line that an UPGRADE takes its licences from; -1 = there is none. */
function placeOfBase(upgrade: Upgrade, lines: readonly Line[]): number {
  const bounds = { from: Number(upgrade.fromVersion), to: Number(upgrade.version) };
  let place = -1;
  let closest = 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const { grant } = line;
    if (grant.line <= closest || grant.line >= upgrade.line || grant.count === 'uncounted') continue;
    if (!isBetween(line, upgrade, bounds)) continue;
    place = at;
    closest = grant.line;
  }
  return place;
}

function upgraded(upgrade: Upgrade, count: number): Grant {
  return { ...upgrade, count, kind: 'INCREMENT' };
}

/** Takes the licences of one UPGRADE from the lines of its feature; false where there is nothing to take. */
function apply(upgrade: Upgrade, lines: Line[]): boolean {
  const place = placeOfBase(upgrade, lines);
  const base = lines[place]?.grant;
  if (base === undefined || base.count === 'uncounted' || upgrade.count === 'uncounted') return false;
  const taken = Math.min(base.count, upgrade.count);
  const left = base.count - taken;
  const rest = left === 0 ? [] : [lineOf({ ...base, count: left })];
  lines.splice(place, 1, ...rest, lineOf(upgraded(upgrade, taken)));
  return true;
}

/**
 * An UPGRADE takes up to its number of licences from the closest line before it with a version in between, and grants as
 * many of the new version with its own dates (End User Guide p. 117). `baseless` are those that find no such line.
 */
export function applyUpgrades(
  grants: readonly Grant[],
  upgrades: readonly Upgrade[],
): { grants: readonly Grant[]; baseless: Upgrade[] } {
  if (upgrades.length === 0) return { grants, baseless: [] };
  const byFeature = new Map<string, Line[]>();
  for (const grant of grants) {
    const lines = byFeature.get(grant.feature);
    if (lines) lines.push(lineOf(grant));
    else byFeature.set(grant.feature, [lineOf(grant)]);
  }
  const baseless = upgrades.filter((one) => !apply(one, byFeature.get(one.feature) ?? []));
  return { grants: [...byFeature.values()].flat().map(({ grant }) => grant), baseless };
}
