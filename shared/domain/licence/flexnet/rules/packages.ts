import { featureKey } from '../lines/feature-key';
import { compareVersions, type Grant } from '../lines/grant-line';
import type { Component, Package } from '../lines/package-line';
import { isSuperseded, supersessionsOf } from './supersede';

const isEnabledBy = (pack: Package, { version }: Grant): boolean =>
  pack.version === null || compareVersions(pack.version, version) === 0;

function componentOf(grant: Grant, { name, version, count }: Component): Grant {
  return {
    ...grant,
    name,
    feature: featureKey(name, grant.vendor),
    version: version ?? grant.version,
    count: grant.count === 'uncounted' ? 'uncounted' : grant.count * (count ?? 1),
    supersedes: null,
  };
}

/** Lines that the packages of one file may make; no licence file comes near. */
const MAX_LINES = 20_000;

/** The packages in effect, by feature. */
function packagesByFeature(packages: readonly Package[]): Map<string, Package[]> {
  const supersessions = supersessionsOf(packages);
  const byFeature = new Map<string, Package[]>();
  for (const pack of packages.filter((one) => !isSuperseded(one, supersessions))) {
    const found = byFeature.get(pack.feature);
    if (found) found.push(pack);
    else byFeature.set(pack.feature, [pack]);
  }
  return byFeature;
}

/**
 * Puts the components of a package in the place of the line that enables it, its count times theirs (End User Guide
 * p. 115-116). The line of a suite stays: its components are used together with it. A package that no line enables grants
 * nothing. null = there would be more lines than can be read.
 */
export function unpack(grants: readonly Grant[], packages: readonly Package[]): Grant[] | null {
  const byFeature = packagesByFeature(packages);
  const lines: Grant[] = [];
  for (const grant of grants) {
    const candidates = byFeature.get(grant.feature) ?? [];
    const pack = candidates.find((one) => isEnabledBy(one, grant));
    if (pack === undefined || pack.isSuite) lines.push(grant);
    else lines.push(...pack.components.map((component) => componentOf(grant, component)));
    if (lines.length > MAX_LINES) return null;
  }
  return lines;
}
