import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { SettingsReading } from '@electron/settings/settings-file';
import type { AssistanceJob } from '@electron/service/assistance/assistance-job';
import type { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import type { LicenceJob } from '@electron/service/licence/job/licence-job';
import type { SettingsCopy } from '@electron/service/state/settings-copy';
import type { StatusStore } from '@electron/service/state/status-store';
import type { UpdateJob } from '@electron/service/updates/update-job';
import { settingsNotices } from '@electron/settings/settings-notices';

export interface SettingsParts {
  status: StatusStore;
  connection: BackOfficeConnection;
  licence: LicenceJob;
  updates: UpdateJob;
  assistance: Pick<AssistanceJob, 'apply'>;
  audit: AuditSink;
  /** The settings as they were before, for the case that the file is gone. */
  copy: SettingsCopy;
  now: string;
}

const policyFacts = ({ policy }: SettingsReading) =>
  policy === null || policy.locked.length === 0
    ? {}
    : { policy: policy.lockedBy, locked: policy.locked.join(', ') };

const noteProblem = async ({ policy }: SettingsReading, audit: AuditSink) => {
  const problem = policy?.problem ?? null;
  if (problem === null) return;
  const { code, params } = problem;
  await audit.append('policy-ignored', 'service', { code, ...params });
};

/** Applies what the settings file says, part by part, and records what could not be read. */
export const applySettings = async (reading: SettingsReading, parts: SettingsParts): Promise<void> => {
  const { status, connection, licence, updates, assistance, audit, copy, now } = parts;
  const { settings, keptAside, revision, rereadCommands } = reading;
  const { notice, changed } = await copy.follow(reading, now);
  status.setNotices('settings', [...(notice === null ? [] : [notice]), ...settingsNotices(reading, now)]);
  await assistance.apply(settings);
  // Switching off comes before anything that takes time; the licence servers come before a first contact needs them.
  if (!settings.remoteService.enabled) connection.apply(settings);
  licence.setRereadCommands(rereadCommands);
  await licence.apply(settings.licenceServers);
  licence.setWarningDays(settings.notices.days);
  connection.apply(settings);
  updates.apply(settings.updates);
  await noteProblem(reading, audit);
  if (keptAside === null)
    await audit.append('settings-applied', 'operator', {
      revision,
      ...(changed.length === 0 ? {} : { changed: changed.join(', ') }),
      ...policyFacts(reading),
    });
  else await audit.append('settings-broken', 'service', { file: keptAside.fileName });
};
