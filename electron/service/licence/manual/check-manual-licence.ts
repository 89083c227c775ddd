import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { checkFlexnetFile, type FlexnetFile } from '@shared/domain/licence/flexnet/flexnet-file';
import { expiryRange, namesHost } from '@shared/domain/licence/flexnet/flexnet-summary';
import { isDayOver } from '@shared/domain/licence/format/licence-dates';

/** The context of the check of a bare licence file on its licence server. */
export interface ManualLicenceContext {
  /** Of this installation; null = none known yet. */
  serialNumber: string | null;
  /** Of the licence server; null = not known. */
  hostId: string | null;
  /** Last usable day of what lies there; null = without end; undefined = nothing that can be read. */
  installedExpiresOn: string | null | undefined;
  /** In ms since the epoch. */
  timeFloor: number;
}

const isExpired = ({ features }: FlexnetFile, { installedExpiresOn, timeFloor }: ManualLicenceContext) =>
  isDayOver(expiryRange(features)?.latest ?? null, timeFloor) &&
  installedExpiresOn !== undefined &&
  !isDayOver(installedExpiresOn, timeFloor);

const refused = (outcome: LicencePlacement['outcome']): LicencePlacement => ({
  outcome,
  line: null,
  word: null,
});

/** Why a bare licence file may not be put in place here; null = it may. It carries no signature that could be checked. */
export const checkManualLicence = (
  bytes: Uint8Array,
  context: ManualLicenceContext,
): LicencePlacement | null => {
  const verdict = checkFlexnetFile(bytes);
  if (!verdict.ok) {
    const { line = null, word = null } = 'line' in verdict ? verdict : {};
    return { ...refused(verdict.code), line, word };
  }
  const { serialNumber, hostId } = context;
  if (serialNumber !== null && verdict.file.serialNumber !== serialNumber) {
    return refused('wrong-serial-number');
  }
  if (hostId !== null && !namesHost(verdict.file, hostId)) return refused('wrong-host');
  return isExpired(verdict.file, context) ? refused('expired') : null;
};
