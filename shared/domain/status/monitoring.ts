import { z } from 'zod';
import { CONNECTION_STATES } from '@shared/domain/connection/connection';
import { LICENCE_SERVER_STATES } from '@shared/domain/licence/licence-summary';
import { CalendarDay, Timestamp } from '@shared/domain/time/dates';
import type { Status } from './status';

/**
 * What a monitoring system may know of the status: no names, no folders, no addresses and no secrets. The service of one
 * version writes it and the command line of another may read it, so members that are not known are left out.
 */
export const MonitoringFacts = z.object({
  version: z.string().max(40),
  connection: z.enum(CONNECTION_STATES),
  lastSignedProof: Timestamp.nullable(),
  licence: z
    .object({
      expiresOn: CalendarDay.nullable(),
      maintenanceUntil: CalendarDay.nullable(),
      features: z.array(z.object({ id: z.string().max(100), expiresOn: CalendarDay.nullable() })).max(500),
    })
    .nullable(),
  /** The state of each licence server, in the order of the settings. */
  licenceServers: z.array(z.enum(LICENCE_SERVER_STATES)).max(100),
  updates: z.object({
    isOffered: z.boolean(),
    isDownloaded: z.boolean(),
    checkedAt: Timestamp.nullable(),
  }),
  remoteAssistance: z.object({ allowed: z.boolean(), hasSession: z.boolean() }),
  clock: z.object({ isSuspect: z.boolean(), differenceSeconds: z.number().nullable() }),
  /** The codes of the notices that hold now. */
  notices: z.array(z.string().max(64)).max(50),
});
export type MonitoringFacts = z.output<typeof MonitoringFacts>;

export const monitoringFactsOf = (status: Status): MonitoringFacts => ({
  version: status.service.version,
  connection: status.connection.state,
  lastSignedProof: status.lastSignedProof,
  licence: status.licence && {
    expiresOn: status.licence.expiresOn,
    maintenanceUntil: status.licence.maintenanceUntil,
    features: status.licence.features.map(({ id, expiresOn }) => ({ id, expiresOn })),
  },
  licenceServers: status.licenceServers.map(({ state }) => state),
  updates: {
    isOffered: status.updates.newestOffered !== null,
    isDownloaded: status.updates.downloaded !== null,
    checkedAt: status.updates.checkedAt,
  },
  remoteAssistance: {
    allowed: status.remoteAssistance.allowed,
    hasSession: status.remoteAssistance.session !== null,
  },
  clock: {
    isSuspect: status.clock.isSuspect,
    differenceSeconds: status.clock.differenceSeconds,
  },
  notices: status.notices.map(({ code }) => code),
});
