import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { FlexnetFile } from '@shared/domain/licence/flexnet/rules/flexnet-file';
import { flawOf, namesHost } from '@shared/domain/licence/licence-flaw';
import type { PackageRefusal } from '@shared/errors/error-catalogue';

/** Why the file inside a package may not be put in place; `line` and `word` where a line is to blame. */
export type FileRefusal = { outcome: PackageRefusal; line: number | null; word: string | null };

/**
 * The licence server by its host id, null = not known; the moment, in ms, and the latest one that the clock may show
 * without a signed time near it.
 */
type Ground = { hostId: string | null; timeFloor: number; plausibleTime: number };

/** What ended by the word of the clock alone has not ended: a clock that is ahead would refuse a good licence. */
const flawAt = (file: FlexnetFile, { timeFloor, plausibleTime }: Ground) => {
  const flaw = flawOf(file, inForceAt(file, timeFloor));
  const isOver =
    flaw?.code !== 'flexnet-ended' || flawOf(file, inForceAt(file, plausibleTime))?.code === flaw.code;
  return isOver ? flaw : null;
};

const refused = (outcome: PackageRefusal): FileRefusal => ({ outcome, line: null, word: null });

/**
 * Why the file inside a verified package would be of no use on a licence server now; null = it would be of use. A
 * signature says who wrote the file, not that a licence server can use it. The same reader and rules as for a bare file,
 * but for what only the publisher may decide: that a licence grants less than the one before.
 */
export const checkPackagedFile = (
  claims: Pick<LicenceClaims, 'file' | 'serialNumber' | 'hostIds'>,
  ground: Ground,
): FileRefusal | null => {
  const read = readLicence(new TextEncoder().encode(claims.file.content));
  if (!read.ok) return refused(read.code);
  const { hostId, timeFloor } = ground;
  const flaw = flawAt(read.file, ground);
  if (flaw !== null) return { outcome: flaw.code, line: flaw.line, word: flaw.word };
  const { serialNumbers } = inForceAt(read.file, timeFloor);
  if (serialNumbers.length > 0 && !serialNumbers.includes(claims.serialNumber))
    return refused('wrong-serial-number');
  if (hostId !== null && !namesHost(read.file, hostId)) return refused('wrong-host');
  return null;
};
