import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { RereadCommands } from '@shared/domain/settings/reread-command';
import type { LicenceServing } from '@shared/domain/licence/licence-summary';
import { kindOfManualFile } from '@shared/domain/licence/manual/manual-file-kind';
import type { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { timestampOf } from '@shared/domain/time/dates';
import type { SignatureTrust } from '@shared/domain/licence/format/signed-document';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import { withTimeout } from '@electron/service/licence/folder/with-timeout';
import { Announcements } from '@electron/service/licence/notices/announcements';
import { LicenceBackups } from '@electron/service/licence/install/licence-backups';
import { currentSerialNumber, currentSummary } from '@electron/service/licence/servers/current-summary';
import { DateWarnings } from '@electron/service/licence/notices/date-warnings';
import { ManualCopies } from '@electron/service/licence/servers/manual-copies';
import { ManualPlacements } from '@electron/service/licence/store/manual-placements';
import { FolderAccess } from '@electron/service/licence/folder/worker/folder-access';
import { FolderWorkers } from '@electron/service/licence/folder/worker/folder-worker-pool';
import { InstallationRecorder } from '@electron/service/licence/notices/record-installation';
import { openInstallJournal } from '@electron/service/licence/install/install-journal';
import { LicenceInstaller } from '@electron/service/licence/install/licence-installer';
import type { LicenceJobDependencies } from '@electron/service/licence/licence-job-dependencies';
import { KeySetStore } from '@electron/service/licence/store/key-set-store';
import { removeUnfinishedFiles } from '@electron/service/licence/folder/unfinished-files';
import type { LicenceServer } from '@electron/service/licence/servers/licence-server';
import { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import { LicenceStore } from '@electron/service/licence/store/licence-store';
import { ManualLicences } from '@electron/service/licence/manual/manual-licences';
import { createAuditRecorder } from '@electron/service/licence/record-audit';
import { isPortOpen as probePort } from '@electron/service/licence/port-probe';
import { LmrereadCommands } from '@electron/service/licence/health/lmreread-command';
import { ServerHealth } from '@electron/service/licence/health/server-health';
import { LicenceRenewal, type CheckOutcome } from '@electron/service/licence/renewal/licence-renewal';
import { InstallReports } from '@electron/service/licence/renewal/install-reports';
import { stateReports } from '@electron/service/state/state-reports';
import { statusOf } from './licence-status';
import { TimeFloorStore } from '@electron/service/licence/store/time-floor-store';

/** The licence job of the service. `start` first; every promise resolves when what it did is on disk. */
export interface LicenceJob {
  /** Ends what a crash left open, then looks at the licence servers. Throws `vendor-profile-invalid`. */
  start(servers: readonly LicenceServerSettings[]): Promise<void>;
  stop(): Promise<void>;
  /** The licence servers of new settings. */
  apply(servers: readonly LicenceServerSettings[]): Promise<void>;
  /** Asks the back office for the newest licence. Throws the `AppError` of the licence source. */
  check(): Promise<CheckOutcome>;
  /** Takes a licence package, or a key set. Throws `no-licence-server`. */
  installPackage(bytes: Uint8Array): Promise<LicenceImport>;
  /** Throws `licence-server-unknown`; resolves after the attempt. */
  tryAgain(licenceServerId: string): Promise<void>;
  /** Throws the errors of licence paths and `share-host-not-saved`. */
  testBeforeSaving(draft: Pick<LicenceServerSettings, 'kind' | 'path'>): Promise<FolderTest>;
  /** Throws `licence-server-unknown` and `nothing-to-copy`. */
  markAsCopied(licenceServerId: string): Promise<void>;
  /** Throws `licence-server-unknown`. */
  test(licenceServerId: string): Promise<FolderTest>;
  /** Asks the ports of a licence server. Throws `licence-server-unknown`. */
  askServing(licenceServerId: string): Promise<LicenceServing>;
  /** The commands of the policy by which licence servers read their new file; none is run before the first call. */
  setRereadCommands(commands: RereadCommands): void;
  /** The ladder of warnings before the dates of the licence, in days; none is given before the first call. */
  setWarningDays(days: readonly number[]): void;
  /** The time of day may be another than it was. */
  checkDates(): void;
  /** Manual work with licence files. Throws `service-stopped` before the start. */
  readonly manual: ManualLicences;
  acknowledge(announcementIds: readonly string[]): Promise<void>;
  /** The service's own disk takes files again. */
  storageReturned(): void;
  /** To be called every few minutes: notes the time of this run and looks where a change may not have been told. */
  checkNow(): void;
  /** The keys and the time that signed documents are checked against now. */
  trust(): SignatureTrust;
  /** The latest believed time that a signature vouches for, in ms since the epoch. */
  signedTime(): number;
  /** Asks the back office for a newer key set; true when one is in force now. */
  renewKeys(): Promise<boolean>;
  /** Of this installation; null = neither a licence server nor a package in force has one. */
  serialNumber(): string | null;
}

const RECOVERY_PATIENCE = 5000;
/** Longer than a service takes to connect and to fetch a licence, in ms. */
const WARNING_PATIENCE = 10_000;

const openParts = async (dependencies: LicenceJobDependencies) => {
  const { stateFolder, vendor, clock, log } = dependencies;
  const folder = path.join(stateFolder, 'licence');
  await mkdir(path.join(folder, 'backup'), { recursive: true, mode: 0o700 });
  await removeUnfinishedFiles(folder);
  const now = clock.now();
  const floor = await TimeFloorStore.open(path.join(stateFolder, 'time-floor.json'), clock);
  const keySets = await KeySetStore.open(path.join(stateFolder, 'key-set.json'), vendor, now);
  await floor.useKeys(keySets.current).catch((error: unknown) => {
    log.warn({ error }, 'the times that are known could not be written');
  });
  const trust = { keySet: keySets.current, product: vendor.product };
  const journalFile = path.join(folder, 'journal.jsonl');
  const backups = new LicenceBackups(path.join(folder, 'backup'), clock);
  await backups.setAsideDamaged();
  return {
    floor,
    keySets,
    store: await LicenceStore.open(folder, trust, now),
    announcements: await Announcements.open(path.join(folder, 'announcements.json'), now),
    journal: await openInstallJournal(journalFile, async (text) => {
      log.warn({ file: journalFile }, 'the journal has lines that cannot be read; a copy is kept');
      const keptAs = `${journalFile}.broken-${now}`;
      await writeFile(keptAs, text, { mode: 0o600 });
      stateReports.damaged(journalFile, keptAs);
    }),
    backups,
  };
};

const assemble = async (dependencies: LicenceJobDependencies) => {
  const { clock, audit, log, source, random = Math.random } = dependencies;
  const { randomBytes: bytes = randomBytes, isPortOpen = probePort } = dependencies;
  const parts = await openParts(dependencies);
  const workers = new FolderWorkers(dependencies.startWorker);
  const { store, floor, announcements, journal, backups } = parts;
  const note = createAuditRecorder(audit, log);
  const randomHex = (count: number) => Buffer.from(bytes(count)).toString('hex');
  const access = new FolderAccess({
    workers,
    isOnNetwork: dependencies.isOnNetwork,
    own: dependencies.ownFolders,
  });
  const installer = new LicenceInstaller({ journal, backups, clock, randomHex, openFolder: access.open });
  const changed = () => {
    try {
      dependencies.publish(
        statusOf({
          store,
          servers,
          floor,
          announcements,
          health,
          rereads,
          noLicenceSince: renewal.noLicenceSince,
          areKeysLost: parts.keySets.isBehind,
        }),
      );
    } catch (error) {
      log.error({ error }, 'the status could not be published');
    }
    warnings.check();
  };
  const health = new ServerHealth({ clock, isPortOpen, changed });
  const rereads = new LmrereadCommands({ clock, note, log, changed });
  // Behind the installation, which is done by then: neither may hold up the next one.
  const installed = (server: LicenceServer) =>
    void rereads.run(server).then(() => health.afterInstall(server));
  const copies = new ManualCopies({ store, clock, note });
  const warnings = await DateWarnings.open(
    path.join(dependencies.stateFolder, 'licence', 'date-warnings.json'),
    {
      announcements,
      note,
      log,
      now: () => floor.floor(),
      licence: () => currentSummary(store, servers),
      changed,
    },
  );
  const installations = new InstallationRecorder({ store, announcements, clock, note, changed, log });
  const servers = new LicenceServers(
    {
      installer,
      access,
      clock,
      now: () => floor.floor(),
      random,
      log,
      changed,
      attempted: async (server, result) => {
        if (result.outcome === 'installed') await copies.forget(server.settings.id);
        await installations.attempted(server, result);
        if (result.outcome === 'installed') installed(server);
        reporter.soon();
      },
      placements: new ManualPlacements(store),
      copiedAt: (id, sha256) => copies.at(id, sha256),
      foundCopied: async (server) => {
        await copies.found(server);
        reporter.soon();
      },
    },
    () => store.licence,
  );
  const reporter = new InstallReports(store, servers, source, log);
  const renewal = new LicenceRenewal(dependencies, { ...parts, servers, reporter, note, changed });
  const manual = new ManualLicences({
    ...dependencies,
    ...parts,
    servers,
    note,
    product: dependencies.vendor.product,
    installed,
  });
  workers.onFreed((licenceServerId) => servers.checkOne(licenceServerId));
  return {
    ...parts,
    workers,
    note,
    installer,
    installations,
    copies,
    changed,
    servers,
    reporter,
    renewal,
    warnings,
    health,
    rereads,
    manual,
  };
};
type Assembled = Awaited<ReturnType<typeof assemble>>;

class Job implements LicenceJob {
  #parts: Assembled | null = null;
  #wasSuspect = false;
  /** The ladder of warnings that waits for a licence that may end later; null = none waits. */
  #waitingDays: readonly number[] | null = null;
  #mayWarn = false;
  #warningTimer: NodeJS.Timeout | undefined;

  constructor(private readonly dependencies: LicenceJobDependencies) {}

  async start(servers: readonly LicenceServerSettings[]) {
    const parts = await assemble(this.dependencies);
    this.#parts = parts;
    await this.#tick();
    await withTimeout(this.#recover(parts), RECOVERY_PATIENCE);
    await this.apply(servers);
    const patience = this.dependencies.warningPatience ?? WARNING_PATIENCE;
    if (patience === 0) this.#allowWarnings();
    else this.#warningTimer = setTimeout(() => this.#allowWarnings(), patience).unref();
  }

  async stop() {
    clearTimeout(this.#warningTimer);
    const parts = this.#parts;
    if (parts === null) return;
    parts.reporter.stop();
    parts.rereads.stop();
    parts.health.stop();
    await parts.warnings.stop();
    // Ends the calls that hang, for which a server would wait.
    parts.workers.stop();
    await parts.servers.stop();
  }

  async apply(settings: readonly LicenceServerSettings[]) {
    const { servers, installations, changed } = this.#started;
    await servers.apply(settings);
    await installations.announceIfInstalled(servers);
    changed();
  }

  check() {
    return this.#started.renewal.check().finally(() => this.#allowWarnings());
  }

  async installPackage(bytes: Uint8Array) {
    if (kindOfManualFile(bytes).kind === 'key-set') return this.#started.renewal.installKeySet(bytes);
    if (this.#started.servers.all.length === 0) throw new AppError('no-licence-server');
    return this.#started.renewal.installPackage(bytes);
  }

  async tryAgain(licenceServerId: string) {
    const { servers, note, renewal } = this.#started;
    const trying = servers.tryAgain(licenceServerId);
    await note('try-again', 'operator', { licenceServerId });
    await trying;
    // What could not be stored or fetched before may be had now.
    void renewal.check().catch((error: unknown) => {
      this.dependencies.log.info({ error }, 'the newest licence could not be asked for');
    });
  }

  async markAsCopied(licenceServerId: string) {
    const { servers, copies, installations, reporter, changed } = this.#started;
    const server = servers.get(licenceServerId);
    await copies.mark(server);
    changed();
    reporter.soon();
    await installations.announce();
  }

  async testBeforeSaving(draft: Pick<LicenceServerSettings, 'kind' | 'path'>) {
    const { pathStyle, account } = this.dependencies;
    return this.#started.servers.testBeforeSaving(draft, pathStyle, account());
  }

  async test(licenceServerId: string) {
    return this.#started.servers.test(licenceServerId, this.dependencies.account());
  }

  async askServing(licenceServerId: string) {
    const { servers, health } = this.#started;
    return health.check(servers.get(licenceServerId));
  }

  setRereadCommands(commands: RereadCommands) {
    this.#started.rereads.setCommands(commands);
  }

  setWarningDays(days: readonly number[]) {
    if (this.#mayWarn) this.#started.warnings.setDays(days);
    else this.#waitingDays = days;
  }

  /** The first answer about the newest licence is there, or late: a licence that is replaced in a moment is no reason to warn. */
  #allowWarnings() {
    this.#mayWarn = true;
    if (this.#waitingDays !== null) this.#parts?.warnings.setDays(this.#waitingDays);
    this.#waitingDays = null;
  }

  checkDates() {
    this.#parts?.warnings.noteTime();
  }

  async acknowledge(ids: readonly string[]) {
    await this.#started.announcements.acknowledge(ids);
    this.#started.changed();
  }

  storageReturned() {
    this.#parts?.servers.storageReturned();
  }

  checkNow() {
    if (this.#parts === null) return;
    this.#parts.servers.checkNow();
    void this.#tick();
  }

  trust() {
    const { keySets, floor } = this.#started;
    return floor.trust(keySets.current);
  }

  signedTime() {
    return this.trust().keyTime;
  }

  renewKeys() {
    return this.#started.renewal.renewKeys();
  }

  serialNumber() {
    const { store, servers } = this.#started;
    return currentSerialNumber(store, servers).value;
  }

  get manual() {
    return this.#started.manual;
  }

  get #started(): Assembled {
    if (this.#parts === null) throw new AppError('service-stopped');
    return this.#parts;
  }

  async #recover({ installer, installations }: Assembled) {
    for (const { intent, recovered } of await installer.recover()) {
      await installations.recovered(intent, recovered);
    }
  }

  async #tick() {
    const { floor, note, changed } = this.#started;
    await floor.tick().catch((error: unknown) => {
      this.dependencies.log.warn({ error }, 'the time of this run could not be written');
    });
    const isSuspect = floor.isClockSuspect();
    if (isSuspect === this.#wasSuspect) return;
    this.#wasSuspect = isSuspect;
    changed();
    if (!isSuspect) return;
    const clock = timestampOf(this.dependencies.clock.now());
    await note('clock-suspect', 'service', { clock, floor: timestampOf(floor.floor()) });
  }
}

export const createLicenceJob = (dependencies: LicenceJobDependencies): LicenceJob => new Job(dependencies);
