import { featureKey } from '../lines/feature-key';
import { isDemoHost } from '../lines/host-id';
import type { LicenceFileProblemCode } from '../text/problem';
import { shownWord } from '../text/problem';
import type { FlexnetFile } from './flexnet-file';
import type { SettledLines } from './settle';

const ALLOWED_SERVERS = new Set([0, 1, 3]);

type Add = (code: LicenceFileProblemCode, line: number, word: string, feature?: string) => void;

/** One SERVER line, or three for three-server redundancy, which need ports (License Administration Guide, "SERVER Lines"). */
function checkServers({ servers }: FlexnetFile, add: Add): void {
  if (!ALLOWED_SERVERS.has(servers.length)) {
    add('flexnet-server-count', servers.at(-1)?.line ?? 1, String(servers.length));
    return;
  }
  const known = new Set<string>();
  for (const { line, host, hostId, port } of servers) {
    const key = `${host} ${hostId}`.toLowerCase();
    if (known.has(key)) add('flexnet-server-twice', line, host);
    known.add(key);
    if (servers.length === 3 && port === null) add('flexnet-port-missing', line, host);
  }
}

/** Counted licences need a SERVER line and the VENDOR line of their daemon. */
function checkServed(file: FlexnetFile, add: Add): void {
  const { servers, vendors, grants } = file;
  const known = new Set(vendors.map(({ name }) => name.toLowerCase()));
  for (const { line, name, vendor, feature, count, supersedes } of grants) {
    if (count === 'uncounted') continue;
    if (servers.length === 0) add('flexnet-server-missing', line, name, feature);
    else if (!known.has(vendor.toLowerCase())) {
      add('flexnet-vendor-missing', line, vendor, feature);
      // The name of the daemon may be what is damaged: then the line ends licences of the others.
      for (const other of known)
        file.doubtful.push(...(supersedes ?? []).map((ended) => featureKey(ended, other)));
    }
  }
}

/** A SUPERSEDE without a day ends nothing; beside lines that it was meant to end, the file says two things. */
function checkSupersede({ grants }: FlexnetFile, add: Add): void {
  const lines = new Map<string, number>();
  const undated = grants.filter(({ issuedOn, supersedes }) => issuedOn === null && supersedes !== null);
  if (undated.length === 0) return;
  for (const { feature } of grants) lines.set(feature, (lines.get(feature) ?? 0) + 1);
  for (const { line, vendor, feature, supersedes } of undated) {
    for (const ended of supersedes ?? []) {
      const key = featureKey(ended, vendor);
      if ((lines.get(key) ?? 0) > (key === feature ? 1 : 0))
        add('flexnet-supersede-undated', line, ended, key);
    }
  }
}

/** Adds to a file that was read line by line what is wrong with it as a whole. */
export function checkWholeFile(file: FlexnetFile, { baseless, isTooLong }: SettledLines): void {
  const add: Add = (code, line, word, feature) => {
    file.problems.push({ code, line, word: shownWord(word) });
    file.doubtful.push(feature ?? null);
  };
  const { servers, grants, upgrades, decimals } = file;
  checkServers(file, add);
  checkServed(file, add);
  checkSupersede(file, add);
  if (isTooLong) add('flexnet-too-many-lines', file.packages[0]?.line ?? 1, file.packages[0]?.name ?? '');
  for (const { line, name, feature } of baseless) {
    add('flexnet-upgrade-baseless', line, name, feature);
  }
  if (servers.some(({ hostIds }) => hostIds.some(isDemoHost))) file.doubtful.push(null);
  const isEmpty = grants.length + upgrades.length + decimals.length === 0;
  if (isEmpty && file.problems.length === 0) add('flexnet-no-features', 1, '');
}
