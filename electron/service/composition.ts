import { systemClock } from '@shared/domain/clock';
import { timestampOf } from '@shared/domain/dates';
import { defaultSettings, viewOf } from '@shared/domain/settings';
import { stoppedStatus } from '@shared/domain/stopped-status';
import type { ProxyInUse } from '@shared/domain/connection';
import type { HttpClient } from '@shared/domain/http-client';
import { createLog, type Log } from '@electron/log/create-log';
import { createAccounts } from '@electron/platform/accounts';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { thisMachine } from '@electron/platform/machine';
import { ensureSealingKey, openSecret } from '@electron/settings/sealing';
import type { StartFacts } from '@electron/start-facts';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import { Attention } from './attention';
import { openAuditLog } from './audit/open-audit-log';
import { BackOfficeConnection } from './back-office/connection';
import type { ConnectionDependencies } from './back-office/connection-dependencies';
import { composeChecks, type Watch } from './compose-checks';
import { createHandlers } from './handlers';
import { createLicenceJob } from './licence/licence-job';
import { Listener } from './listener';
import type { CheckDependencies } from './network/check/check-dependencies';
import type { ConnectionChecks } from './network/check/connection-checks';
import { Surroundings, type MachineSources } from './network/surroundings';
import { putInForce } from './put-in-force';
import { SettingsSource } from './settings-source';
import { StatusStore } from './status-store';
import { stopParts, type Part } from './stop-parts';

const STOP_LIMIT_MS = 2000;

type OpenOptions = Parameters<ConnectionDependencies['openHttp']>[0] &
  Partial<Watch> & { onProxy?: (proxy: ProxyInUse) => void };

export interface ServiceSurroundings {
  facts: StartFacts;
  /** The language of the account, BCP 47; for registration only. */
  locale: string;
  openHttp: (
    options: OpenOptions & Pick<ConnectionDependencies, 'openSecret'> & { userAgent: string },
  ) => Promise<HttpClient>;
  detectProxy: CheckDependencies['detectProxy'];
  lookUp: CheckDependencies['lookUp'];
  machine: MachineSources;
}

const firstStatus = (version: string) =>
  stoppedStatus(
    viewOf(defaultSettings()),
    { version, mode: 'embedded', isStarting: true },
    systemClock.now(),
  );

/** The keychain is opened when something is first kept or read in it: it may ask a person to unlock it. */
const composeSecrets = (paths: DataPaths, onOpened: (kind: 'os' | 'file') => void) => {
  const keychain = async () => {
    const opened = await openKeychain({ home: paths.home, state: paths.state });
    onOpened(opened.kind);
    return opened;
  };
  const tokens: ConnectionDependencies['tokens'] = {
    get: async (name) => (await keychain()).get(name),
    set: async (name, value) => (await keychain()).set(name, value),
    delete: async (name) => (await keychain()).delete(name),
  };
  return {
    tokens,
    openSecret: async (sealed: string) => openSecret(sealed, await ensureSealingKey(paths, await keychain())),
  };
};

const composeJobs = async (
  { facts, locale, ...network }: ServiceSurroundings,
  paths: DataPaths,
  log: Log,
) => {
  const vendor = await readVendorProfile(facts.vendorFile);
  const account = createAccounts().current();
  const audit = openAuditLog(paths.state, systemClock, log);
  const status: StatusStore = new StatusStore(firstStatus(facts.version), (snapshot) =>
    listener.publish('status', 'changed', snapshot),
  );
  const secrets = composeSecrets(paths, (keychain) => {
    if (status.current.service.keychain !== keychain) {
      status.update({ service: { ...status.current.service, keychain } });
    }
  });
  const attention = new Attention(systemClock, () => connection.personArrived());
  const { openSecret } = secrets;
  const open = (options: OpenOptions) =>
    network.openHttp({ ...options, openSecret, userAgent: `remote-service/${facts.version}` });
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
    isPersonWaiting: () => attention.isPersonWaiting(),
    renewLicence: async () => ((await licence.check()) === 'refused' ? 'refused' : 'done'),
    publish: ({ differenceSeconds, ...report }) => {
      status.update({ ...report, clock: { ...status.current.clock, differenceSeconds } });
      checks.connectionChanged(report.connection);
      machine.lookAtNetwork(report.connection.state === 'failed');
    },
    audit,
    log,
    clock: systemClock,
    random: Math.random,
    firstContactSpreadMs: 0,
  });
  const machine = new Surroundings({
    ...network.machine,
    clock: systemClock,
    random: Math.random,
    onChanged: () => connection.surroundingsChanged(),
  });
  const licence = createLicenceJob({
    stateFolder: paths.state,
    vendor,
    source: connection.licences,
    clock: systemClock,
    audit,
    log,
    account: () => account,
    publish: ({ notices, clock, ...report }) => {
      status.update({ ...report, clock: { ...status.current.clock, ...clock } });
      status.setNotices('licence', notices);
      connection.statusChanged();
    },
  });
  const settings = new SettingsSource({
    home: paths.home,
    settingsFile: paths.settings,
    onReading: (reading) =>
      putInForce(reading, { status, connection, licence, audit, now: timestampOf(systemClock.now()) }),
    onFailure: (error) => log.error({ error }, 'the settings could not be put in force'),
  });
  const checks: ConnectionChecks = composeChecks({
    vendor,
    account: () => account,
    settings: () => settings.current(),
    status: () => status.current,
    tryNow: () => connection.tryNow(),
    openHttp: open,
    detectProxy: network.detectProxy,
    lookUp: network.lookUp,
    testFolder: (licenceServerId) => licence.test(licenceServerId),
    publish: (check) => listener.publish('check', 'progress', check),
    log,
    clock: systemClock,
  });
  const handlers = attention.watch(createHandlers({ status, settings, connection, checks, licence, audit }));
  const listener: Listener = new Listener({ runFolder: paths.run, build: facts.version, handlers, log });
  audit.onAppended((entry) => listener.publish('activity', 'appended', entry));
  return { account, audit, status, connection, machine, checks, licence, settings, listener };
};

/**
 * Makes every part of Print ORS Service once and starts it, in the order in which they need each other. The socket comes
 * first: it keeps a second service away from the state. Throws an `AppError` that says what stands in the way.
 */
export const startParts = async (surroundings: ServiceSurroundings) => {
  const paths = createDataFolders().prepare(surroundings.facts.home);
  const log = createLog(paths.logs, 'service.log');
  const jobs = await composeJobs(surroundings, paths, log);
  const { account, audit, status, connection, machine, checks, licence, settings, listener } = jobs;
  const parts: Part[] = [{ name: 'log', stop: () => log.close() }];

  await listener.start();
  parts.push({ name: 'listener', stop: () => listener.stop() });
  await audit.append('service-started', 'service', { version: surroundings.facts.version, account });
  parts.push({ name: 'audit', stop: () => audit.append('service-stopped', 'service') });
  await licence.start([]);
  parts.push({ name: 'licence', stop: () => licence.stop() });
  machine.start();
  parts.push({ name: 'machine', stop: () => machine.stop() });
  parts.push({ name: 'connection', stop: () => connection.stop() });
  parts.push({ name: 'checks', stop: () => checks.stop() });
  status.update({ service: { ...status.current.service, state: 'running', account } });
  await settings.start();
  parts.push({ name: 'settings', stop: () => settings.stop() });
  log.info({ version: surroundings.facts.version, account }, 'the service is running');
  return { stop: () => stopParts(parts, STOP_LIMIT_MS, log) };
};
