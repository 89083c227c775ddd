import type { AuditSink } from '@shared/domain/audit-sink';
import type { SettingsReading } from '@electron/settings/settings-file';
import type { BackOfficeConnection } from './back-office/connection';
import type { LicenceJob } from './licence/licence-job';
import type { StatusStore } from './status-store';
import type { UpdateJob } from './updates/update-job';

export interface InForceParts {
  status: StatusStore;
  connection: BackOfficeConnection;
  licence: LicenceJob;
  updates: UpdateJob;
  audit: AuditSink;
  now: string;
}

/** Puts what the settings file says in force, part by part, and says what could not be read. */
export const putInForce = async (reading: SettingsReading, parts: InForceParts): Promise<void> => {
  const { status, connection, licence, updates, audit, now } = parts;
  const { settings, keptAside, revision } = reading;
  status.setNotices(
    'settings',
    keptAside === null ? [] : [{ code: keptAside.code, params: { file: keptAside.fileName }, since: now }],
  );
  status.update({
    remoteAssistance: { ...status.current.remoteAssistance, allowed: settings.remoteAssistance.allowed },
  });
  // Switching off comes before anything that takes time; the licence servers come before a first contact needs them.
  if (!settings.remoteService.enabled) connection.apply(settings);
  await licence.apply(settings.licenceServers);
  licence.warnBefore(settings.notices.days);
  connection.apply(settings);
  updates.apply(settings.updates);
  if (keptAside === null) await audit.append('settings-applied', 'operator', { revision });
  else await audit.append('settings-broken', 'service', { file: keptAside.fileName });
};
