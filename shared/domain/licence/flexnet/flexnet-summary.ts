import type { FlexnetFeature } from './flexnet-entries';
import type { FlexnetFile } from './flexnet-file';

/** A feature as it is available now; `expiresOn` is the earliest last usable day among its lines, null = permanent. */
export type FlexnetFeatureSummary = {
  name: string;
  vendor: string;
  quantity: number | 'uncounted';
  expiresOn: string | null;
};

type Expiring = { expiresOn: string | null };

const datesOf = (features: readonly Expiring[]): string[] =>
  features.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])).sort();

/** The earliest and latest last usable day, null = permanent; null when there are no features at all. */
export function expiryRange(
  features: readonly Expiring[],
): { earliest: string | null; latest: string | null } | null {
  if (features.length === 0) return null;
  const dates = datesOf(features);
  const hasPermanent = dates.length < features.length;
  return { earliest: dates[0] ?? null, latest: hasPermanent ? null : (dates.at(-1) ?? null) };
}

const keyOf = (name: string, vendor: string) => `${name.toLowerCase()} ${vendor.toLowerCase()}`;

function addUp(lines: readonly FlexnetFeature[]): number | 'uncounted' {
  const increments = lines.filter(({ isIncrement }) => isIncrement);
  const counted = [...lines.filter(({ isIncrement }) => !isIncrement).slice(0, 1), ...increments];
  return counted.reduce<number | 'uncounted'>(
    (sum, { quantity }) => (sum === 'uncounted' || quantity === 'uncounted' ? 'uncounted' : sum + quantity),
    0,
  );
}

function summarise(lines: readonly FlexnetFeature[], today: string): FlexnetFeatureSummary[] {
  const usable = lines.filter(
    ({ expiresOn, startsOn }) =>
      (expiresOn === null || expiresOn >= today) && (startsOn === null || startsOn <= today),
  );
  const shown = usable.length > 0 ? usable : lines;
  const first = shown[0];
  if (!first) return [];
  const { name, vendor } = first;
  return [{ name, vendor, quantity: addUp(shown), expiresOn: datesOf(shown)[0] ?? null }];
}

/** Without the lines that another one, issued later, has made ineffective. */
function withoutSuperseded(features: readonly FlexnetFeature[]): readonly FlexnetFeature[] {
  const newest = new Map<string, string>();
  for (const { vendor, issuedOn, supersedes } of features) {
    if (issuedOn === null) continue;
    for (const name of supersedes ?? []) {
      const key = keyOf(name, vendor);
      if ((newest.get(key) ?? '') < issuedOn) newest.set(key, issuedOn);
    }
  }
  return features.filter(
    ({ name, vendor, issuedOn }) => (newest.get(keyOf(name, vendor)) ?? '') <= (issuedOn ?? ''),
  );
}

/**
 * Features by name and vendor, their INCREMENT lines added up, superseded ones left out. Lines that expired before
 * `today` (`YYYY-MM-DD`, UTC) or begin after it count only where a feature has no other.
 */
export function summariseFeatures(
  features: readonly FlexnetFeature[],
  today: string,
): FlexnetFeatureSummary[] {
  const groups = new Map<string, FlexnetFeature[]>();
  for (const feature of withoutSuperseded(features)) {
    const key = keyOf(feature.name, feature.vendor);
    const group = groups.get(key);
    if (group) group.push(feature);
    else groups.set(key, [feature]);
  }
  return [...groups.values()].flatMap((lines) => summarise(lines, today));
}

const ANY_HOST = /^(?:ANY|DEMO)$/i;

/** Whether one of the `SERVER` lines is for this host id, in any case; also where there is none, or one for any. */
export function namesHost({ servers }: FlexnetFile, hostId: string): boolean {
  const wanted = hostId.trim().toLowerCase();
  const ids = servers.flatMap((server) => server.hostId.toLowerCase().split(/\s+/));
  return ids.length === 0 || ids.some((id) => ANY_HOST.test(id) || id === wanted);
}

/** The host id the file is bound to, or null where it names none in particular. */
export function boundHostId(file: FlexnetFile): string | null {
  const hostId = file.servers[0]?.hostId;
  return hostId === undefined || ANY_HOST.test(hostId) ? null : hostId;
}
