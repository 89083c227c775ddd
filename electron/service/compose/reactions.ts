import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import type { AssistanceJob } from '@electron/service/assistance/assistance-job';
import type { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import type { LicenceJob } from '@electron/service/licence/job/licence-job';
import type { ConnectionChecks } from '@electron/service/network/check/connection-checks';
import type { NetworkMonitor } from '@electron/service/network/network-monitor';
import type { UpdateJob } from '@electron/service/updates/update-job';

/** A call to a part of the service that the report of another part causes. */
export type Reaction =
  | { call: 'assistance.connected' }
  | { call: 'checks.connectionChanged'; connection: ConnectionStatus }
  | { call: 'connection.statusChanged' }
  | { call: 'connection.networkChanged' }
  | { call: 'licence.checkDates' }
  | { call: 'networkMonitor.setNetworkPolling'; isWanted: boolean }
  | { call: 'updates.connected' }
  | { call: 'updates.reviewReleases' };

/** The connection has reported: what it was, and what it is now. */
export const onConnectionReport = (before: ConnectionStatus, connection: ConnectionStatus): Reaction[] => {
  const isConnected = connection.state === 'connected';
  const hasJustConnected = isConnected && before.state !== 'connected';
  return [
    ...(hasJustConnected ? [{ call: 'assistance.connected' } as const] : []),
    { call: 'checks.connectionChanged', connection },
    ...(isConnected ? [{ call: 'updates.connected' } as const] : []),
    { call: 'networkMonitor.setNetworkPolling', isWanted: isConnected || connection.state === 'failed' },
    { call: 'licence.checkDates' },
  ];
};

/** The licence job has reported: the licence that was in force, and the one that is now. */
export const onLicenceReport = (
  before: LicenceSummary | null,
  licence: LicenceSummary | null,
): Reaction[] => {
  const isSameMaintenance = before?.maintenanceUntil === licence?.maintenanceUntil;
  return [
    { call: 'connection.statusChanged' },
    ...(isSameMaintenance ? [] : [{ call: 'updates.reviewReleases' } as const]),
  ];
};

/** Software updates or remote assistance have reported: the heartbeat tells of both. */
export const onHeartbeatReport = (): Reaction[] => [{ call: 'connection.statusChanged' }];

/** The disk of the service's state has reported: the heartbeat tells of it. */
export const onStorageReport = (): Reaction[] => [{ call: 'connection.statusChanged' }];

/** The machine has slept, or stands in another network. */
export const onMachineChange = (): Reaction[] => [
  { call: 'connection.networkChanged' },
  { call: 'licence.checkDates' },
];

/** The parts as far as a reaction calls them. */
export interface ReactingParts {
  assistance: Pick<AssistanceJob, 'connected'>;
  checks: Pick<ConnectionChecks, 'connectionChanged'>;
  connection: Pick<BackOfficeConnection, 'statusChanged' | 'networkChanged'>;
  licence: Pick<LicenceJob, 'checkDates'>;
  networkMonitor: Pick<NetworkMonitor, 'setNetworkPolling'>;
  updates: Pick<UpdateJob, 'connected' | 'reviewReleases'>;
}

const makeCall = (reaction: Reaction, parts: ReactingParts): void => {
  switch (reaction.call) {
    case 'assistance.connected':
      parts.assistance.connected();
      break;
    case 'checks.connectionChanged':
      parts.checks.connectionChanged(reaction.connection);
      break;
    case 'connection.statusChanged':
      parts.connection.statusChanged();
      break;
    case 'connection.networkChanged':
      parts.connection.networkChanged();
      break;
    case 'licence.checkDates':
      parts.licence.checkDates();
      break;
    case 'networkMonitor.setNetworkPolling':
      parts.networkMonitor.setNetworkPolling(reaction.isWanted);
      break;
    case 'updates.connected':
      parts.updates.connected();
      break;
    case 'updates.reviewReleases':
      void parts.updates.reviewReleases();
  }
};

/** Makes the calls, in their order. */
export const makeCalls = (reactions: readonly Reaction[], parts: ReactingParts): void => {
  for (const reaction of reactions) makeCall(reaction, parts);
};
