import type { Clock } from '@shared/domain/time/clock';
import { unmetOf } from '@shared/domain/status/assistance-preconditions';
import type { AssistanceReports } from '@electron/service/ports/assistance-reports';
import { viewOf, type Settings } from '@shared/domain/settings/settings';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import { noticeOf } from '@shared/i18n/assistance-words';
import { loadLanguage } from '@shared/i18n/translator';
import type { Log } from '@electron/log/create-log';
import { createAssistanceProvider } from '@electron/platform/remote-client';
import { AssistanceJob } from '@electron/service/assistance/assistance-job';
import type { AuditLog } from '@electron/service/audit/audit-log';
import type { StatusStore } from '@electron/service/state/status-store';

/** Goes on with the time that passes, whatever is done to the clock. */
const elapsedClock: Clock = { now: () => performance.now() };

export interface ServiceAssistanceParts {
  stateFolder: string;
  vendor: VendorProfile;
  status: StatusStore;
  settings: () => Settings;
  reports: AssistanceReports;
  /** The content of the heartbeat has changed. */
  onChanged: () => void;
  audit: AuditLog;
  log: Log;
  clock: Clock;
}

/** Remote assistance with the client of the vendor profile. */
export const composeRemoteAssistance = ({
  vendor,
  status,
  settings,
  onChanged,
  ...rest
}: ServiceAssistanceParts) => {
  const { provider: name, minimumVersion = null } = vendor.assistance;
  const provider = createAssistanceProvider(name);
  return new AssistanceJob({
    ...rest,
    findClient: () => provider.find(minimumVersion),
    identify: (processId) => provider.identify(processId),
    endProcess: (known) => provider.end(known),
    isConnected: () => status.current.connection.state === 'connected',
    unmet: () => unmetOf(viewOf(settings()), status.current),
    serverTime: () => rest.clock.now() + (status.current.clock.differenceSeconds ?? 0) * 1000,
    noticeOf: async (ask, locale) => noticeOf(ask, (await loadLanguage(locale)).translate),
    publish: (remoteAssistance) => {
      if (JSON.stringify(status.current.remoteAssistance) === JSON.stringify(remoteAssistance)) return;
      status.update({ remoteAssistance });
      onChanged();
    },
    elapsed: elapsedClock,
  });
};
