import type { Status } from '@shared/domain/status/status';
import type { SettingsView } from '@shared/domain/settings/settings';
import type { Step } from '@renderer/components/feedback/step';

export const FIRST_STEPS = ['identity', 'licence-server', 'connect'] as const;
type FirstStep = (typeof FIRST_STEPS)[number];

/** The task that remains for the last step: read a serial number, be switched on, or wait for the connection. */
type ConnectNeeds = 'serial-number' | 'switch' | 'connection';

export interface FirstRun {
  /** Whether the steps stand on the page in place of the connection. */
  isShown: boolean;
  states: Record<FirstStep, Step['state']>;
  connectNeeds: ConnectNeeds;
}

/** How far an installation is on its way to its first connection. */
export const firstRunOf = (settings: SettingsView, status: Status): FirstRun => {
  const { remoteService, licenceServers } = settings;
  const hasSerialNumber = status.serialNumber.value !== null;
  const done: Record<FirstStep, boolean> = {
    identity: remoteService.serviceOrganisationId !== '' && remoteService.verificationCode.isSet,
    'licence-server': licenceServers.length > 0,
    connect: (status.organisation !== null || status.lastSignedProof !== null) && hasSerialNumber,
  };
  const current = FIRST_STEPS.find((step) => !done[step]);
  const states = Object.fromEntries(
    FIRST_STEPS.map((step) => [step, done[step] ? 'done' : step === current ? 'current' : 'waiting']),
  ) as Record<FirstStep, Step['state']>;
  const isConfigured = done.identity && done['licence-server'];
  const isStopped = status.connection.state === 'service-stopped';
  // A failure has its own card with its own next step, and a stopped service knows no serial number.
  const isShown =
    !isConfigured || (current !== undefined && !isStopped && status.connection.state !== 'failed');
  return { isShown, states, connectNeeds: connectNeeds(remoteService.enabled, hasSerialNumber) };
};

const connectNeeds = (isEnabled: boolean, hasSerialNumber: boolean): ConnectNeeds => {
  if (!isEnabled) return 'switch';
  return hasSerialNumber ? 'connection' : 'serial-number';
};
