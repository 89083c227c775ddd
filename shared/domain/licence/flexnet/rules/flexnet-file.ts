import type { Grant, Upgrade } from '../lines/grant-line';
import type { Package } from '../lines/package-line';
import type { ServerLine, VendorLine } from '../lines/server-lines';
import type { DecimalLicence } from '../text/decimal-line';
import type { LicenceFileProblem } from '../text/problem';

/** What becomes of a line whatever the day: it counts, or another line leaves it without effect, or it is in doubt. */
type Fate = 'counts' | 'superseded' | 'ignored' | 'doubtful';
export type SettledGrant = Grant & { fate: Fate };

/** A licence file as it is written, independent of any moment; `inForceAt` says what of it counts when. */
export type FlexnetFile = {
  /** Three for a redundant triad. */
  servers: ServerLine[];
  vendors: VendorLine[];
  usesServer: boolean;
  grants: Grant[];
  upgrades: Upgrade[];
  packages: Package[];
  decimals: DecimalLicence[];
  /** Lines that say word by word what a line before them says. */
  repeated: ReadonlySet<number>;
  /** What of all this grants licences, and what does not, whatever the day; in the order of the file. */
  settled: SettledGrant[];
  /** In the order of the file; empty = a licence server can use all of it. */
  problems: LicenceFileProblem[];
  /** The features (`featureKey`) whose licences the problems make doubtful; null = those of the whole file. */
  doubtful: (string | null)[];
};
