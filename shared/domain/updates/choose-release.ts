import { compareVersions, validateStrict } from 'compare-versions';
import { countsFrom, isEntitled } from '@shared/domain/licence/entitlement';
import type { Release } from '@shared/domain/licence/format/licence-claims';
import type { ReleaseStanding } from './update';

/** Packages of one system that cannot take each other's place; the ends of their files' names. */
const PACKAGE_KINDS = ['deb', 'rpm', 'appimage'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** The facts that releases are compared with. */
export type ReleaseFacts = {
  /** Such as `linux-x64`. */
  platform: string;
  /** The kind of package that installed the running program; null for none of these. */
  packageKind: PackageKind | null;
  /** SemVer of the running program. */
  runningVersion: string;
  /** Last covered day, UTC; null = no licence says, so that nothing is covered. */
  maintenanceUntil: string | null;
  /** The settings hold new versions back today. */
  isHeld: boolean;
  /** 0 to 99: where this installation stands in the roll-out of that release. */
  rollOutPlace: (releaseId: string) => number;
};

/** A release of the signed index with what is made of it; `countsFrom` is the day maintenance has to cover. */
export type RatedRelease = Release & { countsFrom: string; standing: ReleaseStanding };

const isForOthers = ({ platform, fileName }: Release, facts: ReleaseFacts): boolean => {
  const kind = PACKAGE_KINDS.find((name) => fileName.toLowerCase().endsWith(`.${name}`));
  const isOtherKind = kind !== undefined && facts.packageKind !== null && kind !== facts.packageKind;
  return platform !== facts.platform || isOtherKind;
};

const standingOf = (release: Release, facts: ReleaseFacts): ReleaseStanding => {
  if (!validateStrict(release.version)) return 'version-unreadable';
  if (isForOthers(release, facts)) return 'other-platform';
  if (compareVersions(release.version, facts.runningVersion) <= 0) return 'not-newer';
  const isCovered = facts.maintenanceUntil !== null && isEntitled(release, facts.maintenanceUntil);
  if (!isCovered) return 'not-covered';
  if (facts.isHeld) return 'held-back';
  const { releaseId, rollOutPercent = 100 } = release;
  return facts.rollOutPlace(releaseId) < rollOutPercent ? 'superseded' : 'in-stages';
};

const newestFirst = (a: RatedRelease, b: RatedRelease): number => {
  const [isA, isB] = [validateStrict(a.version), validateStrict(b.version)];
  if (isA && isB) return compareVersions(b.version, a.version);
  return Number(isB) - Number(isA);
};

/**
 * Every release with its standing, newest first; the newest that is newer than the running program, made for this
 * platform, covered by maintenance and rolled out to this installation is `offered`, so that an older one never is.
 */
export const rateReleases = (releases: readonly Release[], facts: ReleaseFacts): RatedRelease[] => {
  const rated = releases
    .map((release) => ({ ...release, countsFrom: countsFrom(release), standing: standingOf(release, facts) }))
    .sort(newestFirst);
  const offered = rated.find(({ standing }) => standing === 'superseded');
  return rated.map((release) =>
    release === offered ? { ...release, standing: 'offered' as const } : release,
  );
};
