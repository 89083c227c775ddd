import type { Status } from '@shared/domain/status';
import type { SettingsView } from '@shared/domain/settings';

export type PreconditionKey = 'licence-update' | 'proxy' | 'service' | 'connected';

export interface Precondition {
  key: PreconditionKey;
  isMet: boolean;
  /** The field that an unmet one is put right with; null = the state is explained on Overview. */
  field: string | null;
}

const missingField = ({ remoteService, licenceServers }: SettingsView, status: Status): string | null => {
  if (!remoteService.enabled) return 'remoteService.enabled';
  if (remoteService.serviceOrganisationId === '') return 'remoteService.serviceOrganisationId';
  if (!remoteService.verificationCode.isSet) return 'remoteService.verificationCode';
  return licenceServers.length === 0 || status.serialNumber.value === null ? 'licenceServers' : null;
};

/** What has to hold before remote assistance can be allowed. */
export const preconditionsOf = (settings: SettingsView, status: Status): Precondition[] => {
  const missing = missingField(settings, status);
  return [
    { key: 'licence-update', isMet: missing === null, field: missing },
    { key: 'proxy', isMet: settings.proxy.mode !== 'detect', field: 'proxy.mode' },
    { key: 'service', isMet: status.service.state === 'running', field: null },
    { key: 'connected', isMet: status.connection.state === 'connected', field: null },
  ];
};
