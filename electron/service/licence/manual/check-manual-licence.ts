import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { flawOf, namesHost } from '@shared/domain/licence/licence-flaw';
import { countedFeatures, licensedPools } from '@shared/domain/licence/licensed-pools';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import { whatGetsLess } from '@shared/domain/licence/what-gets-less';
import type { InstalledLicence } from '@electron/service/licence/facts/installed-licence';

/** The context of the check of a bare licence file on its licence server. */
export interface ManualLicenceContext {
  /** Of this installation; null = none known yet. */
  serialNumber: string | null;
  /** Of the licence server; null = not known. */
  hostId: string | null;
  /** What lies there; null = nothing that can be read. */
  installed: InstalledLicence | null;
  /** The person knows that the file grants less, and wants it there. */
  acceptsLess: boolean;
  /** In ms since the epoch. */
  timeFloor: number;
}

const refused = (outcome: LicencePlacement['outcome']): LicencePlacement => ({
  outcome,
  line: null,
  word: null,
});

/**
 * Why a bare licence file may not be put in place here, or what it takes away; null = it may. Whether its signatures are
 * right only the licence server can tell.
 */
export const checkManualLicence = (
  bytes: Uint8Array,
  context: ManualLicenceContext,
): LicencePlacement | null => {
  const { serialNumber, hostId, installed, acceptsLess, timeFloor } = context;
  const read = readLicence(bytes);
  if (!read.ok) return refused(read.code);
  const at = inForceAt(read.file, timeFloor);
  const flaw = flawOf(read.file, at);
  if (flaw?.line != null) return { outcome: flaw.code, line: flaw.line, word: flaw.word };
  if (serialNumber !== null && !at.serialNumbers.includes(serialNumber))
    return refused('wrong-serial-number');
  if (hostId !== null && !namesHost(read.file, hostId)) return refused('wrong-host');
  if (flaw !== null) return { outcome: flaw.code, line: null, word: flaw.word };
  const before = installed?.features.filter(({ state }) => state === 'in-force') ?? [];
  const changes = whatGetsLess(countedFeatures(before), countedFeatures(licensedPools(at).features));
  if (changes.length === 0 || acceptsLess) return null;
  return { ...refused('flexnet-grants-less'), difference: { isFirst: false, reason: null, changes } };
};
