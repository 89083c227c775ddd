import { z } from 'zod';
import { CalendarDay, UtcTimestamp } from '@shared/domain/time/dates';

const CONTROL_OR_LONE_SURROGATE = /[\p{Cc}\p{Cs}]/u;
const LONE_SURROGATE = /\p{Cs}/u;
const MAX_COUNT = 1_000_000_000;

const printable = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((text) => !CONTROL_OR_LONE_SURROGATE.test(text));
const FormatVersion = z.literal(1);
const Sequence = z.int().min(1);
const Count = z.int().min(0).max(MAX_COUNT);
const Identifier = printable(1, 128);
const DisplayName = printable(0, 256);
const Nonce = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/);

/** SHA-256 as 64 hexadecimal digits, given back in lower case. */
export const Sha256Hex = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .toLowerCase();

const isOpenObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One feature of a licence; `expiresOn` is its own last usable day, null = the licence's. */
export const LicenceFeature = z.strictObject({
  id: Identifier,
  name: DisplayName,
  quantity: Count,
  expiresOn: CalendarDay.nullable(),
});
export type LicenceFeature = z.output<typeof LicenceFeature>;

export const LICENCE_REASONS = [
  'initial',
  'maintenance-extended',
  'features-added',
  'users-added',
  'replacement',
] as const;
export const LicenceReason = z.enum(LICENCE_REASONS);
export type LicenceReason = z.output<typeof LicenceReason>;

/** Payload of a licence package (`licence-package+jws`). Days are last usable days in UTC. */
export const LicenceClaims = z.strictObject({
  formatVersion: FormatVersion,
  licenceId: z.guid(),
  product: Identifier,
  serialNumber: Identifier,
  sequence: Sequence,
  previousSha256: Sha256Hex.nullable(),
  issuedAt: UtcTimestamp,
  reason: LicenceReason,
  customer: z.strictObject({ id: printable(0, 128), name: DisplayName }),
  expiresOn: CalendarDay.nullable(),
  maintenanceUntil: CalendarDay,
  users: Count,
  features: z.array(LicenceFeature).max(500),
  hostIds: z.array(Identifier).min(1).max(100),
  file: z.strictObject({
    name: DisplayName,
    // A lone surrogate has no UTF-8 form, so such a content could not be written byte for byte.
    content: z
      .string()
      .min(1)
      .max(65_536)
      .refine((text) => !LONE_SURROGATE.test(text)),
  }),
  extensions: z.custom<Readonly<Record<string, unknown>>>(isOpenObject).optional(),
});
export type LicenceClaims = z.output<typeof LicenceClaims>;

/** Payload of a licence index (`licence-index+jws`): which licence is the newest, now. `size` in bytes. */
export const LicenceIndex = z.strictObject({
  formatVersion: FormatVersion,
  nonce: Nonce,
  serialNumber: Identifier,
  sequence: Sequence,
  licenceId: z.guid(),
  sha256: Sha256Hex,
  size: z.int().min(1).max(65_536),
  issuedAt: UtcTimestamp,
  freshUntil: UtcTimestamp,
});
export type LicenceIndex = z.output<typeof LicenceIndex>;

/** One software release; `size` in bytes, `notes` by language tag. */
export const Release = z.strictObject({
  releaseId: printable(1, 100),
  version: printable(1, 64),
  releasedOn: CalendarDay,
  backdatedTo: CalendarDay.nullable(),
  severity: z.enum(['normal', 'security']),
  platform: z.enum(['win32-x64', 'linux-x64']),
  fileName: printable(1, 256),
  size: z
    .int()
    .min(1)
    .max(2 ** 40),
  sha256: Sha256Hex,
  /** The share of all installations that the release is offered to; absent = every one. */
  rollOutPercent: z.int().min(0).max(100).optional(),
  notes: z
    .record(z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/), z.string().max(20_000))
    .refine((notes) => Object.keys(notes).length <= 50),
});
export type Release = z.output<typeof Release>;

/** Payload of a release index (`release-index+jws`). */
export const ReleaseIndex = z.strictObject({
  formatVersion: FormatVersion,
  nonce: Nonce,
  issuedAt: UtcTimestamp,
  freshUntil: UtcTimestamp,
  /** The product that the releases are of; absent in lists of an earlier back office. */
  product: Identifier.optional(),
  releases: z.array(Release).max(500),
});
export type ReleaseIndex = z.output<typeof ReleaseIndex>;
