import { z } from 'zod';
import { LICENCE_SERVER_REASONS } from '@shared/errors/error-catalogue';
import { CalendarDay, Timestamp } from '@shared/domain/time/dates';
import { POOL_STATES } from './flexnet/in-force';
import { LICENCE_FILE_PROBLEMS } from './flexnet/text/problem';
import { LicenceDifference } from './licence-difference';

const text = (max: number) => z.string().max(max);

export const LicensedFeature = z.strictObject({
  id: text(100),
  name: text(200),
  /** `null` = uncounted. */
  quantity: z.number().int().min(0).nullable(),
  expiresOn: CalendarDay.nullable(),
});

/** A pool of licences of a FlexNet file, in the one state that it has at the moment. */
export const LicensedPool = LicensedFeature.extend({
  /** null for a licence in decimal form, which only the publisher's tools can read. */
  version: text(64).nullable(),
  state: z.enum(POOL_STATES),
  /** The first usable day, of what has not begun. */
  startsOn: CalendarDay.nullable(),
  /** What parts it from other pools of the feature, such as the machines it is locked to; empty = nothing. */
  pool: text(200),
});
export type LicensedPool = z.output<typeof LicensedPool>;

/** Why a licence file is of no use to a licence server now; `line` and `word` where a line is to blame. */
export const LicenceFlaw = z.strictObject({
  code: z.enum([...LICENCE_FILE_PROBLEMS, 'flexnet-ended', 'flexnet-not-yet', 'wrong-host']),
  line: z.number().int().min(1).nullable(),
  word: text(80).nullable(),
});
export type LicenceFlaw = z.output<typeof LicenceFlaw>;

/** The licence in force, from its signed package; what only the package knows is null for a bare FlexNet file. */
export const LicenceSummary = z.strictObject({
  /** null for a bare file that names none. */
  serialNumber: text(64).nullable(),
  sequence: z.number().int().min(1).nullable(),
  expiresOn: CalendarDay.nullable(),
  maintenanceUntil: CalendarDay.nullable(),
  users: z.number().int().min(0).nullable(),
  features: z.array(LicensedFeature).max(500),
  customer: text(200).nullable(),
});
export type LicenceSummary = z.output<typeof LicenceSummary>;

/**
 * The state of the licence in force on one licence server. `behind` = it waits to be installed;
 * `waiting-for-operator` = a remote server without a folder, to be updated by hand; `copied-by-hand` = the operator
 * says that it was, and the service has not seen the file itself; `kept-by-hand` = another file lies there because the
 * operator put it there, until a newer licence comes or the newest is asked for again; `unusable` = it lies there, but no
 * licence server can use it now (`flaw`); `unknown` = not looked at yet, or nothing to install.
 */
export const LICENCE_SERVER_STATES = [
  'up-to-date',
  'behind',
  'installing',
  'failing',
  'waiting-for-operator',
  'copied-by-hand',
  'kept-by-hand',
  'unusable',
  'unknown',
] as const;
export type LicenceServerState = (typeof LICENCE_SERVER_STATES)[number];

export const InstalledPackage = z.strictObject({
  sequence: z.number().int().min(1),
  users: z.number().int().min(0),
  maintenanceUntil: CalendarDay,
});
export type InstalledPackage = z.output<typeof InstalledPackage>;

const Port = z.number().int().min(1).max(65_535);

/**
 * Whether something listens on the port of a licence server; nobody can tell that it is one, as nothing is said to it.
 * `not-serving` is no failure: it may still have to be started.
 */
export const LicenceServing = z.strictObject({
  state: z.enum(['listening', 'not-serving', 'not-asked']),
  /** The machine that was asked. */
  host: text(253).nullable(),
  /** Of the ports that were asked, the first one that answers. */
  port: Port.nullable(),
  /** The fixed port of the vendor daemon, where the installed file names one. */
  vendorPort: z.strictObject({ port: Port, isOpen: z.boolean() }).nullable(),
  at: Timestamp.nullable(),
});
export type LicenceServing = z.output<typeof LicenceServing>;

export const LicenceServerStatus = z.strictObject({
  id: text(64),
  name: text(100),
  kind: z.enum(['local', 'remote']),
  path: text(1024),
  state: z.enum(LICENCE_SERVER_STATES),
  /** The sequence of the package in place, by what was read or the operator said; null where there is none. */
  sequence: z.number().int().min(1).nullable(),
  reason: z.enum(LICENCE_SERVER_REASONS).nullable(),
  since: Timestamp.nullable(),
  nextTry: Timestamp.nullable(),
  tries: z.number().int().min(0),
  /** Of the licence server: as the operator gave it or, without that, what its file is bound to. */
  hostId: text(64).nullable(),
  /** Whether the newest package may be installed there; null = one of the two is not known. */
  fitsHost: z.boolean().nullable(),
  /** The changes that the newest package would make here; null where it is installed already, or the present file is unknown. */
  waiting: LicenceDifference.nullable(),
  serving: LicenceServing,
  /** What keeps a licence server from using the file that lies there; null = nothing, or no file is known. */
  flaw: LicenceFlaw.nullable(),
  /** The installed file as read from disk; null when there is none that can be read. */
  installed: z
    .strictObject({
      serialNumber: text(64).nullable(),
      /** All that are in force, `serialNumber` first. */
      serialNumbers: z.array(text(64)).max(20),
      expiresOn: CalendarDay.nullable(),
      features: z.array(LicensedPool).max(500),
      /** How many more there are. */
      moreFeatures: z.number().int().min(0),
      hostIds: z.array(text(64)).max(20),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      modifiedAt: Timestamp,
      /** The facts of its signed package; null for a file that came in none of the packages still kept. */
      fromPackage: InstalledPackage.nullable(),
    })
    .nullable(),
});
export type LicenceServerStatus = z.output<typeof LicenceServerStatus>;

/** Whether a server is to be listed under "Unable to update licence on:", also while it is tried again. */
export const needsHand = ({ state, reason }: Pick<LicenceServerStatus, 'state' | 'reason'>): boolean =>
  state === 'failing' ||
  state === 'waiting-for-operator' ||
  state === 'kept-by-hand' ||
  state === 'unusable' ||
  (state !== 'unknown' && reason !== null);
