import { isProxyFoundByItself, type SettingsView } from '@shared/domain/settings/settings';
import type { Status } from './status';

/** The preconditions of remote assistance, in the order in which a person would meet them. */
export const PRECONDITIONS = ['licence-update', 'proxy', 'service', 'connected', 'client'] as const;
export type PreconditionKey = (typeof PRECONDITIONS)[number];

export interface Precondition {
  key: PreconditionKey;
  isMet: boolean;
  /** The field that an unmet one is put right with; null = it is explained elsewhere. */
  field: string | null;
}

type Known = Pick<Status, 'connection' | 'serialNumber' | 'remoteAssistance'> & {
  service: Pick<Status['service'], 'state'>;
};

const missingField = ({ remoteService, licenceServers }: SettingsView, status: Known): string | null => {
  if (!remoteService.enabled) return 'remoteService.enabled';
  if (remoteService.serviceOrganisationId === '') return 'remoteService.serviceOrganisationId';
  if (!remoteService.verificationCode.isSet) return 'remoteService.verificationCode';
  return licenceServers.length === 0 || status.serialNumber.value === null ? 'licenceServers' : null;
};

/** The checklist of remote assistance: the same in the page and in the service, which permits nothing while one is unmet. */
export const preconditionsOf = (settings: SettingsView, status: Known): Precondition[] => {
  const missing = missingField(settings, status);
  return [
    { key: 'licence-update', isMet: missing === null, field: missing },
    { key: 'proxy', isMet: !isProxyFoundByItself(settings.proxy.mode), field: 'proxy.mode' },
    { key: 'service', isMet: status.service.state === 'running', field: null },
    { key: 'connected', isMet: status.connection.state === 'connected', field: null },
    { key: 'client', isMet: status.remoteAssistance.client.state === 'found', field: null },
  ];
};

export const unmetOf = (settings: SettingsView, status: Known): PreconditionKey[] =>
  preconditionsOf(settings, status)
    .filter(({ isMet }) => !isMet)
    .map(({ key }) => key);
