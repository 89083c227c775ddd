import path from 'node:path';
import { systemClock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { Log } from '@electron/log/create-log';
import { createAccounts } from '@electron/platform/accounts';
import { createEventLog } from '@electron/platform/event-log/index';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { createLocalEndpoint } from '@electron/platform/local-endpoint';
import { createMounts } from '@electron/platform/mounts';
import { thisMachine } from '@electron/platform/machine';
import type { StartFacts } from '@electron/start/start-facts';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import type { AssistanceJob } from '@electron/service/assistance/assistance-job';
import { createPeerNames } from '@electron/service/socket/peer-account';
import { OperatorPresence } from '@electron/service/socket/operator-presence';
import { AuditAnchor } from '@electron/service/audit/audit-anchor';
import { openAuditLog } from '@electron/service/audit/open-audit-log';
import { auditHeadWriter, reportEvents } from '@electron/service/audit/report-events';
import { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import { composeRemoteAssistance } from './compose-remote-assistance';
import { composeConnectionChecks } from './compose-connection-checks';
import { composeSecrets } from './compose-secrets';
import { composeSettingsWriter } from './compose-settings';
import { composeUpdates } from './compose-updates';
import { createServiceHandlers } from '@electron/service/socket/call-handlers';
import { createLifetimeHandlers } from '@electron/service/socket/lifetime-handlers';
import { createLicenceJob } from '@electron/service/licence/job/licence-job';
import { SocketListener } from '@electron/service/socket/socket-listener';
import type { ConnectionChecks } from '@electron/service/network/check/connection-checks';
import { NetworkMonitor } from '@electron/service/network/network-monitor';
import { HousekeepingTimer } from './housekeeping-timer';
import { applySettings } from './apply-settings';
import {
  makeCalls,
  onConnectionReport,
  onHeartbeatReport,
  onLicenceReport,
  onMachineChange,
  onStorageReport,
  type Reaction,
} from './reactions';
import type { OpenOptions, ServiceEnvironment } from './service-environment';
import { MonitoringFile } from '@electron/service/state/monitoring-file';
import { SettingsCopy } from '@electron/service/state/settings-copy';
import { SettingsSource } from '@electron/service/state/settings-source';
import { StatusStore } from '@electron/service/state/status-store';
import { StorageMonitor } from '@electron/service/state/storage-monitor';

const firstStatus = ({ version, mode }: StartFacts) =>
  stoppedStatus(viewOf(defaultSettings()), { version, mode, isStarting: true }, systemClock.now());

/** Below one of these nothing is anybody's licence folder. In embedded mode all but the program lies in one folder. */
const ownFoldersOf = ({ home, settingsFolder, state, run }: DataPaths) => [
  ...[home, settingsFolder, state, run],
  path.dirname(process.execPath),
];

/** Makes every part of Print ORS Service once and joins them; nothing runs yet. Throws `vendor-profile-invalid`. */
export const composeJobs = async (
  { facts, locale, ...network }: ServiceEnvironment,
  paths: DataPaths,
  log: Log,
) => {
  const vendor = await readVendorProfile(facts.vendorFile);
  const account = createAccounts().current();
  const mounts = createMounts();
  const audit = openAuditLog(paths.state, systemClock, log);
  const events = facts.mode === 'installed' ? createEventLog() : null;
  const anchor = new AuditAnchor({ audit, clock: systemClock, log, write: auditHeadWriter(events) });
  if (events !== null) reportEvents(audit, events);
  const monitoring = new MonitoringFile(paths.monitoring, log);
  const status: StatusStore = new StatusStore(firstStatus(facts), (change) => {
    listener.publish('status', 'changed', change);
    void monitoring.update(status.current);
  });
  const { prepare: prepareSecrets, ...secrets } = composeSecrets(paths, (keychain) => {
    if (status.current.service.keychain !== keychain) {
      status.update({ service: { ...status.current.service, keychain } });
    }
  });
  const storage = new StorageMonitor({
    stateFolder: paths.state,
    diskOf: (folder) => mounts.diskOf(folder),
    publish: (notices) => {
      status.setNotices('storage', notices);
      react(onStorageReport());
    },
    returned: () => licence.storageReturned(),
    clock: systemClock,
    log,
  });
  const presence = new OperatorPresence(systemClock, () => connection.operatorArrived());
  const react = (reactions: Reaction[]) =>
    makeCalls(reactions, { assistance, checks, connection, licence, networkMonitor, updates });
  const { openSecret } = secrets;
  const open = (options: OpenOptions) =>
    network.openHttp({
      ...options,
      openSecret,
      userAgent: `remote-service/${facts.version}`,
      signedTime: () => licence.signedTime(),
    });
  const connection: BackOfficeConnection = new BackOfficeConnection({
    ...secrets,
    address: vendor.backOffice,
    certificates: vendor.certificates,
    facts: { ...thisMachine(), product: vendor.product, serviceVersion: facts.version, locale },
    stateFolder: paths.state,
    openHttp: (options) => open({ ...options, onProxy: (proxy) => status.update({ proxy }) }),
    serialNumber: () => status.current.serialNumber.value,
    hasLicenceServer: () => status.current.licenceServers.length > 0,
    status: () => status.current,
    isOperatorPresent: () => presence.isOperatorPresent(),
    renewLicence: async () => ((await licence.check()) === 'refused' ? 'refused' : 'done'),
    pollAnswered: () => housekeeping.processWoke(),
    checkReleases: () => updates.check(),
    assistance: {
      requested: (event) => assistance.requested(event),
      withdrawn: (requestId) => assistance.withdrawn(requestId),
      ended: (requestId) => assistance.ended(requestId),
    },
    publish: ({ differenceSeconds, ...report }) => {
      const { connection: before } = status.current;
      status.update({ ...report, clock: { ...status.current.clock, differenceSeconds } });
      react(onConnectionReport(before, report.connection));
    },
    audit,
    auditEnd: (held) => anchor.endFor(held),
    log,
    clock: systemClock,
    random: Math.random,
    firstContactSpreadMs: 0,
  });
  const networkMonitor = new NetworkMonitor({
    ...network.machine,
    clock: systemClock,
    random: Math.random,
    onChanged: () => react(onMachineChange()),
  });
  const licence = createLicenceJob({
    stateFolder: paths.state,
    vendor,
    source: connection.licences,
    clock: systemClock,
    audit,
    log,
    account: () => account,
    organisationId: () => settings.current().remoteService.serviceOrganisationId || null,
    pathStyle: createDataFolders().pathStyle,
    startWorker: network.startFolderWorker,
    isOnNetwork: (folder) => mounts.isOnNetwork(folder),
    ownFolders: ownFoldersOf(paths),
    publish: ({ notices, clock, ...report }) => {
      const { licence: before } = status.current;
      status.update({ ...report, clock: { ...status.current.clock, ...clock } });
      status.setNotices('licence', notices);
      react(onLicenceReport(before, report.licence));
    },
  });
  const updates = composeUpdates({
    stateFolder: paths.state,
    source: connection.releases,
    product: vendor.product,
    trust: () => licence.trust(),
    renewKeys: () => licence.renewKeys(),
    runningVersion: facts.version,
    isInstalled: paths.mode === 'installed',
    maintenanceUntil: () => status.current.licence?.maintenanceUntil ?? null,
    serialNumber: () => status.current.serialNumber.value,
    publish: (report) => {
      status.update({ updates: report });
      react(onHeartbeatReport());
    },
    audit,
    log,
  });
  const saving = composeSettingsWriter(paths);
  const copy = new SettingsCopy(paths.settings, paths.state);
  const settings = new SettingsSource({
    folder: paths.settingsFolder,
    settingsFile: paths.settings,
    ...(saving === null ? {} : { keepAside: () => saving.keepAside() }),
    onReading: (reading) =>
      applySettings(reading, {
        status,
        connection,
        licence,
        updates,
        assistance,
        audit,
        copy,
        now: timestampOf(systemClock.now()),
      }),
    onFailure: (error) => log.error({ error }, 'the settings could not be put in force'),
  });
  const assistance: AssistanceJob = composeRemoteAssistance({
    stateFolder: paths.state,
    vendor,
    status,
    settings: () => settings.current(),
    reports: connection.assistance,
    onChanged: () => react(onHeartbeatReport()),
    ...{ audit, log, clock: systemClock },
  });
  const housekeeping = new HousekeepingTimer(systemClock, () => {
    void settings.checkNow();
    void storage.checkNow();
    void anchor.checkNow();
    licence.checkNow();
  });
  const checks: ConnectionChecks = composeConnectionChecks({
    vendor,
    account: () => account,
    settings: () => settings.current(),
    status: () => status.current,
    tryNow: () => connection.tryNow(),
    openHttp: open,
    detectProxy: network.detectProxy,
    lookUp: network.lookUp,
    findClient: () => assistance.findClient(),
    testFolder: (licenceServerId) => licence.test(licenceServerId),
    askServing: (licenceServerId) => licence.askServing(licenceServerId),
    audit,
    publish: (change) => listener.publish('check', 'progress', change),
    log,
    clock: systemClock,
  });
  const lifetime = createLifetimeHandlers({
    lifetime: network.lifetime,
    mode: facts.mode,
    audit,
    publish: (...event) => listener.publish(...event),
  });
  const handlers = presence.countCallsOf(
    createServiceHandlers({
      lifetime,
      status,
      storage,
      settings,
      saving,
      connection,
      checks,
      licence,
      updates,
      assistance,
      audit,
    }),
  );
  const listener: SocketListener = new SocketListener({
    runFolder: paths.run,
    build: facts.version,
    handlers,
    namePeer: createPeerNames(createAccounts(), { ...createLocalEndpoint(), mode: facts.mode }),
    log,
  });
  audit.onAppended((entry) => listener.publish('activity', 'appended', { entries: [entry] }));
  return {
    account,
    prepareSecrets,
    audit,
    anchor,
    status,
    storage,
    connection,
    networkMonitor,
    checks,
    licence,
    updates,
    assistance,
    settings,
    housekeeping,
    listener,
  };
};
