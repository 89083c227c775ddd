import type { StatusReport } from '@shared/back-office/requests';
import { timestampOf } from '@shared/domain/dates';
import type { Status } from '@shared/domain/status';

type LicenceServer = StatusReport['licenceServers'][number];

const licenceServerOf = (server: Status['licenceServers'][number]): LicenceServer => ({
  licenceServerId: server.id,
  name: server.name,
  kind: server.kind,
  state: server.state === 'installing' ? 'behind' : server.state,
  sequence: server.sequence,
  ...(server.reason === null ? {} : { reason: server.reason }),
});

/** What the heartbeat says of this installation. `now` in ms since the epoch. */
export const statusReportOf = (status: Status, serviceVersion: string, now: number): StatusReport => {
  const { licence, remoteAssistance } = status;
  return {
    at: timestampOf(now),
    serviceVersion,
    productVersion: null,
    licence:
      licence === null
        ? null
        : {
            serialNumber: licence.serialNumber,
            sequence: licence.sequence,
            expiresOn: licence.expiresOn,
            maintenanceUntil: licence.maintenanceUntil,
          },
    licenceServers: status.licenceServers.map(licenceServerOf),
    remoteAssistance: {
      allowed: remoteAssistance.allowed,
      until: remoteAssistance.until,
      inSession: false,
    },
    updates: status.updates,
  };
};

/** The same for two reports that say the same at different times. */
export const substanceOf = (report: StatusReport): string => JSON.stringify({ ...report, at: null });
