import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import type { AssistanceJob } from '@electron/service/assistance/assistance-job';
import type { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import type { LicenceJob } from '@electron/service/licence/licence-job';
import type { ConnectionChecks } from '@electron/service/network/check/connection-checks';
import type { Surroundings } from '@electron/service/network/network-monitor';
import type { UpdateJob } from '@electron/service/updates/update-job';

/** A call to a part of the service that the report of another part causes. */
export type Reaction =
  | { call: 'assistance.connected' }
  | { call: 'checks.connectionChanged'; connection: ConnectionStatus }
  | { call: 'connection.statusChanged' }
  | { call: 'connection.surroundingsChanged' }
  | { call: 'licence.lookAtDates' }
  | { call: 'machine.lookAtNetwork'; isWanted: boolean }
  | { call: 'updates.connected' }
  | { call: 'updates.reconsider' };

/** The connection has reported: what it was, and what it is now. */
export const onConnectionReport = (before: ConnectionStatus, connection: ConnectionStatus): Reaction[] => {
  const isConnected = connection.state === 'connected';
  const hasJustConnected = isConnected && before.state !== 'connected';
  return [
    ...(hasJustConnected ? [{ call: 'assistance.connected' } as const] : []),
    { call: 'checks.connectionChanged', connection },
    ...(isConnected ? [{ call: 'updates.connected' } as const] : []),
    { call: 'machine.lookAtNetwork', isWanted: connection.state === 'failed' },
    { call: 'licence.lookAtDates' },
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
    ...(isSameMaintenance ? [] : [{ call: 'updates.reconsider' } as const]),
  ];
};

/** Software updates or remote assistance have reported: the heartbeat tells of both. */
export const onHeartbeatReport = (): Reaction[] => [{ call: 'connection.statusChanged' }];

/** The machine has slept, or stands in another network. */
export const onMachineChange = (): Reaction[] => [
  { call: 'connection.surroundingsChanged' },
  { call: 'licence.lookAtDates' },
];

/** The parts as far as a reaction calls them. */
export interface ReactingParts {
  assistance: Pick<AssistanceJob, 'connected'>;
  checks: Pick<ConnectionChecks, 'connectionChanged'>;
  connection: Pick<BackOfficeConnection, 'statusChanged' | 'surroundingsChanged'>;
  licence: Pick<LicenceJob, 'lookAtDates'>;
  machine: Pick<Surroundings, 'lookAtNetwork'>;
  updates: Pick<UpdateJob, 'connected' | 'reconsider'>;
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
    case 'connection.surroundingsChanged':
      parts.connection.surroundingsChanged();
      break;
    case 'licence.lookAtDates':
      parts.licence.lookAtDates();
      break;
    case 'machine.lookAtNetwork':
      parts.machine.lookAtNetwork(reaction.isWanted);
      break;
    case 'updates.connected':
      parts.updates.connected();
      break;
    case 'updates.reconsider':
      void parts.updates.reconsider();
  }
};

/** Makes the calls, in their order. */
export const makeCalls = (reactions: readonly Reaction[], parts: ReactingParts): void => {
  for (const reaction of reactions) makeCall(reaction, parts);
};
