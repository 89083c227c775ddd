import { defaultSettings, viewOf, type SettingsView } from '@shared/domain/settings/settings';
import { Status, StatusSnapshot } from '@shared/domain/status/status';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { AppFacts } from '@shared/contract/page/page-contract';
import { SettingsState } from '@shared/domain/settings/settings-state';

const MOMENT = '2026-03-02T09:00:00.000Z';

export const summaryFixture = {
  serialNumber: 'PD-0042-7781',
  sequence: 7,
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 50,
  features: [{ id: 'PD_BASE', name: 'Base', quantity: 1, expiresOn: '2027-12-31' }],
  customer: 'Drukkerij De Maas',
};

export const licenceServerFixture = (change: Partial<Status['licenceServers'][number]> = {}) => ({
  id: 'main',
  name: 'Main server',
  kind: 'local' as const,
  path: '/srv/licences',
  state: 'up-to-date' as const,
  sequence: 7,
  reason: null,
  since: MOMENT,
  nextTry: null,
  tries: 0,
  hostId: null,
  fitsHost: null,
  waiting: null,
  serving: { state: 'not-asked' as const, host: null, port: null, vendorPort: null, at: null },
  flaw: null,
  installed: null,
  ...change,
});

/** A connected installation, but for the changes; checked against the schema. */
export const statusFixture = (change: Partial<Status> = {}): Status =>
  Status.parse({
    // Members of later versions begin as in a stopped service.
    ...stoppedStatus(settingsFixture(), { version: '1.0.0', mode: 'embedded', isStarting: false }, 0),
    connection: { state: 'connected', reason: null, since: MOMENT, nextTry: null, missing: [] },
    organisation: { id: 'SO-2001', name: 'Print Service Venlo', phone: '+31 77 1', website: null },
    serialNumber: { value: 'PD-0042-7781', readFrom: 'Main server' },
    licence: summaryFixture,
    newestLicence: summaryFixture,
    refusedLicence: null,
    lastSignedProof: MOMENT,
    licenceServers: [licenceServerFixture()],
    clock: { isSuspect: false, floor: MOMENT, source: 'clock', doubted: null, differenceSeconds: 0 },
    service: { state: 'running', version: '1.0.0', account: 'print', mode: 'embedded', keychain: 'os' },
    notices: [],
    announcements: [],
    ...change,
  });

export const snapshotFixture = (rev: number, change: Partial<Status> = {}, epoch = 'first'): StatusSnapshot =>
  StatusSnapshot.parse({ epoch, rev, status: statusFixture(change) });

export const settingsFixture = (change: Partial<SettingsView> = {}): SettingsView => {
  const view = viewOf(defaultSettings());
  return {
    ...view,
    remoteService: {
      enabled: true,
      serviceOrganisationId: 'SO-2001',
      verificationCode: { isSet: true },
    },
    licenceServers: [
      {
        id: 'main',
        name: 'Main server',
        kind: 'local',
        path: '/srv/licences',
        fileName: 'prismadirect.lic',
        host: '',
        ports: '',
        hostId: '',
      },
    ],
    ...change,
  };
};

export const settingsStateFixture = (
  revision: string,
  change: Partial<SettingsView> = {},
  keptAside: SettingsState['keptAside'] = null,
): SettingsState => SettingsState.parse({ revision, settings: settingsFixture(change), keptAside });

export const factsFixture = (change: Partial<AppFacts> = {}): AppFacts =>
  AppFacts.parse({
    appVersion: '1.0.0',
    vendorName: 'Vendor',
    product: 'PRISMAdirect',
    helpDeskPhone: '+31 77 0',
    pathStyle: 'posix',
    locale: 'en-GB',
    preferences: { colourScheme: 'system', notifications: true, keepInTray: true },
    startsAtLogin: null,
    runtime: 'Electron 45',
    access: { may: 'change', group: 'remote-service-operators' },
    ...change,
  });
