import { z } from 'zod';
import { TIME_SOURCES } from '@shared/domain/time/time-floor';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { AssistanceStatus } from '@shared/domain/assistance/assistance';
import { LICENCE_DATES } from '@shared/domain/licence/date-ladder';
import { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { RefusedLicence } from '@shared/domain/licence/refused-licence';
import { ConnectionStatus, ProxyInUse } from '@shared/domain/connection/connection';
import { CalendarDay, Timestamp } from '@shared/domain/time/dates';
import { UpdateStatus } from '@shared/domain/updates/update';
import { LicenceServerStatus, LicenceSummary } from '@shared/domain/licence/licence-summary';

const text = (max: number) => z.string().max(max);

/** The changes made by the licence that was installed last. */
export const LicenceChanged = z.strictObject({
  at: Timestamp,
  sequence: z.number().int().min(1),
  difference: LicenceDifference,
});
export type LicenceChanged = z.output<typeof LicenceChanged>;

/** Something to tell the operator once: shown as a notification, kept until an app says that it was shown. */
export const Announcement = z.discriminatedUnion('kind', [
  z.strictObject({ ...LicenceChanged.shape, id: z.uuid(), kind: z.literal('licence-installed') }),
  z.strictObject({
    id: z.uuid(),
    at: Timestamp,
    kind: z.literal('licence-date'),
    date: z.enum(LICENCE_DATES),
    day: CalendarDay,
    /** The rung of the ladder, in days before; -1 once the day is over. */
    rung: z.number().int().min(-1).max(365),
  }),
]);
export type Announcement = z.output<typeof Announcement>;

/** A condition that holds now and that a person should know of; its text is that of the error code. */
export const Notice = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(text(64), z.union([text(4096), z.number()])),
  since: Timestamp,
});
export type Notice = z.output<typeof Notice>;

export const SERVICE_MODES = ['embedded', 'installed'] as const;

const ServiceFacts = z.strictObject({
  state: z.enum(['running', 'stopped', 'starting']),
  version: text(40),
  account: text(256).nullable(),
  mode: z.enum(SERVICE_MODES),
  /** Where the service keeps its keys: the OS keychain or, where the account has none, a 0600 file. */
  keychain: z.enum(['os', 'file']).nullable(),
});

/** The state of the service, as every page, the tray and `status --json` show it. */
export const Status = z.strictObject({
  connection: ConnectionStatus,
  /** Null before a way to the back office was looked for. */
  proxy: ProxyInUse.nullable(),
  organisation: z
    .strictObject({
      id: text(64),
      name: text(200),
      phone: text(50).nullable(),
      website: text(2048).nullable(),
    })
    .nullable(),
  serialNumber: z.strictObject({ value: text(64).nullable(), readFrom: text(100).nullable() }),
  licence: LicenceSummary.nullable(),
  /** The newest verified package, whether it lies on a licence server already or not. */
  newestLicence: LicenceSummary.nullable(),
  /** Why the newest licence offered was refused; null when there is none or it was taken. */
  refusedLicence: RefusedLicence.nullable(),
  /** The changes made by the newest installed licence; null before the first. */
  lastChange: LicenceChanged.nullable(),
  /** When the back office last proved with a signature what the newest licence is. */
  lastSignedProof: Timestamp.nullable(),
  licenceServers: z.array(LicenceServerStatus).max(100),
  clock: z.strictObject({
    isSuspect: z.boolean(),
    /** The time it is at the earliest. */
    floor: Timestamp,
    /** The source of the floor. */
    source: z.enum(TIME_SOURCES),
    /** A signed time that is too far ahead to be believed; null = none. */
    doubted: Timestamp.nullable(),
    /** Seconds that the back office's clock is ahead of this machine's; null before the first answer. */
    differenceSeconds: z.number().nullable(),
  }),
  remoteAssistance: AssistanceStatus,
  updates: UpdateStatus,
  service: ServiceFacts,
  notices: z.array(Notice).max(50),
  announcements: z.array(Announcement).max(50),
});
export type Status = z.output<typeof Status>;

/** A state with its age: newest = higher `rev` of the same `epoch`, or another epoch. */
export const StatusSnapshot = z.strictObject({
  epoch: text(64),
  rev: z.number().int().min(0),
  status: Status,
});
export type StatusSnapshot = z.output<typeof StatusSnapshot>;

/** Whether `next` is to replace `seen`. */
export const isNewer = (next: StatusSnapshot, seen: StatusSnapshot | null) =>
  next.epoch !== seen?.epoch || next.rev > seen.rev;
