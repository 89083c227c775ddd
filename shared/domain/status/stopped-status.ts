import { noAssistance } from '@shared/domain/assistance/assistance';
import type { SettingsView } from '@shared/domain/settings/settings';
import type { Status } from './status';
import { NO_UPDATES } from '@shared/domain/updates/update';

/** The status while Print ORS Service does not run: the licence servers of the settings, their state not known. */
export const stoppedStatus = (
  settings: SettingsView,
  service: { version: string; mode: Status['service']['mode']; isStarting: boolean },
  now: number,
): Status => ({
  connection: { state: 'service-stopped', reason: null, since: null, nextTry: null, missing: [] },
  proxy: null,
  organisation: null,
  serialNumber: { value: null, readFrom: null },
  licence: null,
  newestLicence: null,
  refusedLicence: null,
  lastChange: null,
  lastSignedProof: null,
  licenceServers: settings.licenceServers.map(({ id, name, kind, path }) => ({
    id,
    name,
    kind,
    path,
    state: 'unknown',
    sequence: null,
    reason: null,
    since: null,
    nextTry: null,
    tries: 0,
    hostId: null,
    fitsHost: null,
    waiting: null,
    serving: { state: 'not-asked', host: null, port: null, vendorPort: null, at: null },
    flaw: null,
    installed: null,
  })),
  clock: {
    ...{ isSuspect: false, floor: new Date(now).toISOString(), source: 'clock', doubted: null },
    differenceSeconds: null,
  },
  remoteAssistance: noAssistance(settings.remoteAssistance.allowed),
  updates: NO_UPDATES,
  service: {
    state: service.isStarting ? 'starting' : 'stopped',
    version: service.version,
    account: null,
    mode: service.mode,
    keychain: null,
  },
  notices: [],
  announcements: [],
});
