import type { StatusReport } from '@shared/back-office/requests';
import type { StorageTrouble } from '@shared/errors/error-catalogue';
import { timestampOf } from '@shared/domain/time/dates';
import type { LicenceServerState } from '@shared/domain/licence/licence-summary';
import type { Status } from '@shared/domain/status/status';
import { storageNotice } from '@shared/domain/status/storage-notice';

type LicenceServer = StatusReport['licenceServers'][number];

/** The states that the back office knows. */
const STATES: Readonly<Record<LicenceServerState, LicenceServer['state']>> = {
  'up-to-date': 'up-to-date',
  'copied-by-hand': 'up-to-date',
  behind: 'behind',
  installing: 'behind',
  'waiting-for-operator': 'behind',
  'kept-by-hand': 'behind',
  unusable: 'failing',
  failing: 'failing',
  unknown: 'unknown',
};

/** That somebody has to copy the licence is said too: the help desk sees why nothing moves. */
const reasonOf = ({ state, reason }: Status['licenceServers'][number], trouble: StorageTrouble | null) => {
  const isByHand = state === 'waiting-for-operator' || state === 'kept-by-hand';
  // Where the service cannot store anything, that is why nothing moves, on every server.
  const own = isByHand ? state : reason;
  const said = own === null || own === 'state-not-stored' ? (trouble ?? own) : own;
  return said === null ? {} : { reason: said };
};

const licenceServerOf = (
  server: Status['licenceServers'][number],
  trouble: StorageTrouble | null,
): LicenceServer => ({
  licenceServerId: server.id,
  name: server.name,
  kind: server.kind,
  state: STATES[server.state],
  sequence: server.sequence,
  ...reasonOf(server, trouble),
});

/** The content of a heartbeat. `now` in ms since the epoch. */
export const statusReportOf = (status: Status, serviceVersion: string, now: number): StatusReport => {
  const { licence, remoteAssistance, updates } = status;
  const trouble = storageNotice(status.notices)?.code ?? null;
  return {
    at: timestampOf(now),
    serviceVersion,
    productVersion: null,
    licence:
      licence?.serialNumber == null
        ? null
        : {
            serialNumber: licence.serialNumber,
            sequence: licence.sequence,
            expiresOn: licence.expiresOn,
            maintenanceUntil: licence.maintenanceUntil,
          },
    licenceServers: status.licenceServers.map((server) => licenceServerOf(server, trouble)),
    remoteAssistance: {
      allowed: remoteAssistance.allowed,
      until: remoteAssistance.until,
      inSession: remoteAssistance.session?.state === 'running',
    },
    updates: { newestOffered: updates.newestOffered, downloaded: updates.downloaded },
  };
};

/** The same for two reports that say the same at different times. */
export const comparablePartOf = (report: StatusReport): string => JSON.stringify({ ...report, at: null });
