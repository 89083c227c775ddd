import { z } from 'zod';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { Timestamp } from '@shared/domain/time/dates';

const text = (max: number) => z.string().max(max);
const Bytes = z.number().int().min(0);

/** The standing of a release for this installation: only `offered` and, later, `downloaded` ones can be installed. */
const RELEASE_STANDINGS = [
  'offered',
  'superseded',
  'not-covered',
  'held-back',
  'in-stages',
  'not-newer',
  'other-platform',
  'version-unreadable',
] as const;
export type ReleaseStanding = (typeof RELEASE_STANDINGS)[number];

const ReleaseInBrief = z.strictObject({
  releaseId: text(100),
  version: text(64),
  releasedOn: text(10),
  /** The day it counts from, which maintenance has to cover. */
  countsFrom: text(10),
  severity: z.enum(['normal', 'security']),
  size: Bytes,
});
export type ReleaseInBrief = z.output<typeof ReleaseInBrief>;

/** A release of the signed index with what is made of it; `notes` by language tag. */
export const ListedRelease = z.strictObject({
  ...ReleaseInBrief.shape,
  platform: text(32),
  standing: z.enum(RELEASE_STANDINGS),
  notes: z.record(text(64), text(20_000)),
});
export type ListedRelease = z.output<typeof ListedRelease>;

/** Why an update does not go on; the text is that of the error code. */
export const UpdateProblem = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(text(64), z.union([text(4096), z.number()])),
});
export type UpdateProblem = z.output<typeof UpdateProblem>;

/**
 * `idle`: nothing to do, or it is not to be downloaded by itself · `waiting`: tried again at `nextTry`, or when connected ·
 * `paused`: by a person · `ready`: verified, on this machine.
 */
const DOWNLOAD_STATES = ['idle', 'running', 'waiting', 'paused', 'verifying', 'ready'] as const;

export const UpdateStatus = z.strictObject({
  /** Version of the newest release that is offered; null = there is none, or it was not asked for yet. */
  newestOffered: text(64).nullable(),
  /** Version of the installer that lies here, verified. */
  downloaded: text(64).nullable(),
  /** When the back office last answered with a good index. */
  checkedAt: Timestamp.nullable(),
  offered: ReleaseInBrief.nullable(),
  /** The newest release that maintenance does not cover. */
  notCovered: ReleaseInBrief.nullable(),
  download: z.strictObject({
    state: z.enum(DOWNLOAD_STATES),
    receivedBytes: Bytes,
    /** Over the last seconds; null while nothing comes. */
    bytesPerSecond: Bytes.nullable(),
    nextTry: Timestamp.nullable(),
  }),
  problem: UpdateProblem.nullable(),
});
export type UpdateStatus = z.output<typeof UpdateStatus>;

/** Before anything was asked. */
export const NO_UPDATES: UpdateStatus = {
  newestOffered: null,
  downloaded: null,
  checkedAt: null,
  offered: null,
  notCovered: null,
  download: { state: 'idle', receivedBytes: 0, bytesPerSecond: null, nextTry: null },
  problem: null,
};

/** Every release of the last good index, newest first. */
export const ReleaseList = z.strictObject({
  checkedAt: Timestamp.nullable(),
  runningVersion: text(64),
  maintenanceUntil: text(10).nullable(),
  /** The first day, UTC, on which the settings let new versions be offered. */
  holdUntil: text(10).nullable(),
  releases: z.array(ListedRelease).max(500),
});
export type ReleaseList = z.output<typeof ReleaseList>;
