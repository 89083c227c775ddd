import { z } from 'zod';
import { FLEXNET_REFUSALS, LICENCE_SERVER_REASONS } from '@shared/errors/error-catalogue';
import { CalendarDay, Timestamp } from '@shared/domain/time/dates';
import { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { InstalledPackage, LicensedPool } from '@shared/domain/licence/licence-summary';
import { LicenceServerId } from '@shared/domain/settings/settings';

const text = (max: number) => z.string().max(max);

/** A kept licence file of one licence server, by the SHA-256 of its content. */
export const BackupId = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a person does something unusual, for the record. */
export const ManualReason = text(500).trim().min(1);

/** The verified licence file of the newest package, to be copied by hand; `content` is written byte for byte as UTF-8. */
export const LicenceFile = z.strictObject({
  fileName: text(64),
  content: text(65_536),
  sequence: z.number().int().min(1),
});
export type LicenceFile = z.output<typeof LicenceFile>;

/** The licence server that a licence file is meant for; null = none in particular. */
export const SavedLicenceFile = z.strictObject({
  licenceServerId: LicenceServerId.nullable(),
  sequence: z.number().int().min(1),
  /** The last part of where it was saved. */
  savedAs: text(255),
});
export type SavedLicenceFile = z.output<typeof SavedLicenceFile>;

/** An earlier licence file of one licence server. */
export const KeptLicence = z.strictObject({
  backup: BackupId,
  keptAt: Timestamp,
  /** It is what it was when it was kept, and a licence file; else it cannot be put back. */
  isUsable: z.boolean(),
  /** The same file is in place now. */
  isInstalled: z.boolean(),
  serialNumber: text(64).nullable(),
  expiresOn: CalendarDay.nullable(),
  features: z.array(LicensedPool).max(500),
  fromPackage: InstalledPackage.nullable(),
});
export type KeptLicence = z.output<typeof KeptLicence>;

/** Newest first. */
export const LicenceHistory = z.strictObject({ kept: z.array(KeptLicence).max(20) });
export type LicenceHistory = z.output<typeof LicenceHistory>;

const PLACEMENT_REFUSALS = [
  ...new Set([
    ...FLEXNET_REFUSALS,
    ...LICENCE_SERVER_REASONS,
    'too-large' as const,
    'wrong-serial-number' as const,
    'expired' as const,
  ]),
] as const;

/** The result of placing a licence file manually on one licence server; `line` and `word` where a check names them. */
export const LicencePlacement = z.strictObject({
  outcome: z.enum(['ok', 'unchanged', ...PLACEMENT_REFUSALS]),
  line: z.number().int().min(1).nullable(),
  word: text(80).nullable(),
  /** What gets less, where a person is asked whether it may (`flexnet-grants-less`). */
  difference: LicenceDifference.optional(),
});
export type LicencePlacement = z.output<typeof LicencePlacement>;

/** In bytes; a larger file does not fit into one message to the service, and is no licence file. */
export const MANUAL_FILE_CAP_BYTES = 512 * 1024;

/** A bare FlexNet file in base64: its text may be in any encoding, and is put in place byte for byte. */
export const FlexnetContent = z.base64().max(Math.ceil(MANUAL_FILE_CAP_BYTES / 3) * 4);
