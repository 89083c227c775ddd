import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { LicenceFlaw, LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { fitsHost } from '@shared/domain/licence/format/verify-licence';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import { FileWatch } from '@electron/service/licence/folder/file-watch';
import { fitsServer } from '@electron/service/licence/facts/fits-server';
import type { FolderAccess } from '@electron/service/licence/folder/worker/folder-access';
import { FolderProbes } from '@electron/service/licence/folder/folder-probes';
import type { ManualPlacements } from '@electron/service/licence/store/manual-placements';
import type { FilePorts, InstalledLicence } from '@electron/service/licence/facts/installed-licence';
import type {
  LicenceInstaller,
  InstallResult,
  LicenceContent,
} from '@electron/service/licence/install/licence-installer';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import type { CurrentLicence } from '@electron/service/licence/store/licence-store';
import { ObservedFile } from './observed-file';
import { ServerState } from './server-condition';

/** How often a licence folder is looked at where changes are not told of, in ms: the second where it is remote and all is well. */
const LOOK_EVERY = 5000;
const LOOK_EVERY_REMOTE = 30_000;
// A file that somebody puts back at once is not fought over at full speed.
const QUIET_AFTER_INSTALL = 30_000;

export interface LicenceServerDependencies {
  installer: LicenceInstaller;
  access: FolderAccess;
  clock: Clock;
  /** The time that dates of licences are compared with, in ms: never behind one that was known before. */
  now: () => number;
  random: () => number;
  log: JobLog;
  changed: () => void;
  /** After every attempt that did something or failed. */
  attempted: (server: LicenceServer, result: InstallResult) => Promise<void>;
  /** When this file was copied to this server by hand, by the operator's word or as it was found; null = it was not. */
  copiedAt: (licenceServerId: string, sha256: string) => string | null;
  /** Files that a person chose to have there, whatever is in force. */
  placements: Pick<ManualPlacements, 'isKept' | 'keep' | 'release'>;
  /** The licence that could not be installed lies there now: somebody has copied it. */
  foundCopied: (server: LicenceServer) => Promise<void>;
}

/** The status of one licence server. */
export type ServerStatus = Omit<LicenceServerStatus, 'waiting' | 'serving'>;
type ShownCondition = Pick<ServerStatus, 'state' | 'reason' | 'since' | 'nextTry' | 'tries' | 'sequence'>;

const WRONG_HOST: LicenceFlaw = { code: 'wrong-host', line: null, word: null };

/** One licence server: looks at its file, and brings the licence in force to it; without a folder it waits for a person. */
export class LicenceServer {
  readonly #condition: ServerState;
  readonly #file = new ObservedFile();
  #installedAt = 0;
  #wasRolledBack = false;
  #hadLicence = false;
  #wasReplaced = false;
  #licence: CurrentLicence | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** All is well and a change would be told: no timer runs. */
  #waitsToBeTold = false;
  #isStopped = false;
  readonly #probes = new FolderProbes(() => this.#open());
  readonly #watch: FileWatch;

  constructor(
    readonly settings: LicenceServerSettings,
    private readonly dependencies: LicenceServerDependencies,
  ) {
    const { clock, random, changed } = dependencies;
    this.#condition = new ServerState(clock, random, changed);
    this.#watch = new FileWatch(settings.path, settings.fileName, () => this.checkSoon());
  }

  get installed(): InstalledLicence | null {
    return this.#file.installed?.at(this.dependencies.now()) ?? null;
  }

  /** What keeps a licence server from using the file that lies there now. */
  get flaw(): LicenceFlaw | null {
    const file = this.#file.installed;
    const { hostId } = this.settings;
    if (file === null) return null;
    const isForOther = hostId !== '' && this.#licence === null && !file.isFor(hostId);
    return file.flawAt(this.dependencies.now()) ?? (isForOther ? WRONG_HOST : null);
  }

  /** The host ID that the operator entered or, without one, that of the file in place. */
  get hostId(): string | null {
    return this.settings.hostId === '' ? this.#file.boundHostId : this.settings.hostId;
  }

  get filePorts(): FilePorts {
    return this.#file.ports;
  }

  get wasRolledBack(): boolean {
    return this.#wasRolledBack;
  }

  /** Whether the last installation replaced a file that somebody had put over the licence in force. */
  get wasReplaced(): boolean {
    return this.#wasReplaced;
  }

  /** Whether the licence in force came here by hand, as far as is known. */
  get isCopiedManually(): boolean {
    return this.#copiedAt !== null;
  }

  status(): ServerStatus {
    const { id, name, kind, path } = this.settings;
    const { installed, flaw } = this;
    return { id, name, kind, path, ...this.#shown(flaw), ...this.#host(), installed, flaw };
  }

  #host(): Pick<ServerStatus, 'hostId' | 'fitsHost'> {
    const { hostId } = this;
    if (hostId === null) return { hostId, fitsHost: null };
    const hostIds = this.#licence?.claims.hostIds;
    return {
      hostId: hostId.slice(0, 64),
      fitsHost: hostIds === undefined ? null : fitsHost(hostIds, hostId),
    };
  }

  #shown(flaw: LicenceFlaw | null): ShownCondition {
    const { state: found, reason, since, nextTry, tries } = this.#condition;
    const state = flaw !== null && found === 'up-to-date' ? 'unusable' : found;
    const sequence = this.#licence?.file.sequence ?? null;
    const copiedAt = this.#copiedAt;
    // A person's word stands for as long as the service cannot see better itself.
    if (copiedAt !== null && found !== 'up-to-date') {
      return { state: 'copied-by-hand', reason: null, since: copiedAt, nextTry: null, tries: 0, sequence };
    }
    return {
      state,
      reason,
      since: timestampOf(since),
      nextTry: nextTry === null ? null : timestampOf(nextTry),
      tries,
      sequence: this.#isBehind() ? null : sequence,
    };
  }

  get #copiedAt(): string | null {
    const { file } = this.#licence ?? {};
    return file === undefined ? null : this.dependencies.copiedAt(this.settings.id, file.sha256);
  }

  /** Looks at the folder now and from then on at intervals; resolves after the first look. */
  start(licence: CurrentLicence | null): Promise<void> {
    this.#licence = licence;
    return this.#enqueue(() => this.#checkFolder());
  }

  /** To be called now and then: a watch may be lost without a word. */
  checkNow(): void {
    if (!this.#waitsToBeTold || this.#isStopped) return;
    this.#waitsToBeTold = false;
    this.checkSoon();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#watch.stop();
    await this.#last;
  }

  /** Puts this licence in force here; resolves after the first attempt. */
  install(licence: CurrentLicence): Promise<void> {
    this.#licence = licence;
    this.#hadLicence = false;
    this.#installedAt = 0;
    this.#condition.forgetFailures();
    return this.#enqueue(async () => {
      await this.#release();
      await this.#checkFolder();
    });
  }

  /** Puts a file in place that a person chose, over whatever lies there; it stays until a licence is brought. */
  place(file: LicenceContent): Promise<InstallResult> {
    return this.#enqueue(async () => {
      const { id: serverId, path: folder, fileName } = this.settings;
      this.#condition.set('installing', this.#condition.trouble);
      const { installer, placements } = this.dependencies;
      const result = await installer.install({ serverId, folder, fileName }, file, { overUnknown: true });
      if (!('reason' in result)) {
        await placements.keep(serverId, file.sha256);
        this.#hadLicence = false;
        this.#condition.forgetFailures();
      }
      this.#file.forget();
      await this.#checkFolder();
      return result;
    });
  }

  /** Runs [Try again]: at once, and over an unknown file. */
  tryAgain(): Promise<void> {
    this.#condition.forgetFailures();
    this.#installedAt = 0;
    return this.#enqueue(async () => {
      await this.#release();
      this.#file.forget();
      await this.#checkFolder(true);
    });
  }

  /** What kept the licence from being installed here was the service's own disk, and it is well again. */
  storageReturned(): void {
    if (this.#condition.reason !== 'state-not-stored') return;
    this.#condition.forgetFailures();
    this.#installedAt = 0;
    this.checkSoon();
  }

  /** Something about the folder may have changed. */
  checkSoon(): void {
    this.#enqueue(() => this.#checkFolder()).catch((error: unknown) => {
      this.dependencies.log.error({ error, id: this.settings.id }, 'a look at a licence server failed');
    });
  }

  test(account: string | null): Promise<FolderTest> {
    return this.#probes.test(account);
  }

  #open(): Promise<LicenceFolder> {
    return this.dependencies.access.open(this.settings.id, this.settings.path);
  }

  #enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #release() {
    await this.dependencies.placements.release(this.settings.id).catch((error: unknown) => {
      this.dependencies.log.error({ error, id: this.settings.id }, 'the record could not be written');
    });
  }

  async #checkFolder(overUnknown = false) {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#waitsToBeTold = false;
    if (this.settings.path === '') {
      this.#condition.set(this.#licence === null ? 'unknown' : 'waiting-for-operator', null);
      return;
    }
    const wasTried = this.#condition.tries > 0;
    // A change between this check and the beginning of a watch is seen by the next check only.
    let isTold = this.#watch.isLive;
    try {
      const isChanged = await this.#observe();
      // Another folder may lie at the path by now, and a watch goes with the old one.
      if (isChanged) this.#watch.stop();
      isTold &&= !isChanged;
      if (this.#licence !== null && !this.#isKept()) {
        if (this.#isBehind()) await this.#watchFolder(this.#licence, isChanged, overUnknown);
        else if (wasTried) await this.#foundInPlace();
      }
      if (this.#file.unreadable === null) await this.#probes.removeLeftProbes();
    } finally {
      this.#scheduleCheck(isTold);
    }
  }

  /** Nobody's copy but ours, where an attempt of which no end was seen took effect after all. */
  async #foundInPlace() {
    const ended = await this.dependencies.installer.recover(this.settings.id);
    if (!ended.some(({ recovered }) => recovered.outcome === 'done'))
      await this.dependencies.foundCopied(this);
  }

  #scheduleCheck(wasTold: boolean) {
    if (this.#isStopped) return;
    const isWell = this.#condition.state === 'up-to-date';
    // A watch does not see what other computers do on a share, and watching one that hangs would block.
    const isRemote = this.#isRemote();
    if (isWell && !isRemote) this.#watch.start();
    else this.#watch.stop();
    this.#waitsToBeTold = isWell && wasTold && this.#watch.isLive;
    if (this.#waitsToBeTold) return;
    this.#timer = setTimeout(() => this.checkSoon(), isWell && isRemote ? LOOK_EVERY_REMOTE : LOOK_EVERY);
  }

  #isRemote() {
    return this.dependencies.access.isRemote(this.settings.id);
  }

  async #observe(): Promise<boolean> {
    const isChanged = await this.#file.read(
      () => this.#open(),
      this.settings.fileName,
      () => this.#isRemote(),
    );
    if (isChanged) this.#settle();
    return isChanged;
  }

  /** The state by what lies there, before anything is installed. */
  #settle() {
    const condition = this.#condition;
    const { unreadable, hash, installed } = this.#file;
    if (unreadable !== null) condition.set('failing', unreadable.reason);
    else if (this.#licence !== null) {
      if (this.#isKept()) condition.set('kept-by-hand', null);
      else if (this.#isBehind()) condition.set('behind', condition.trouble);
      else {
        this.#hadLicence = true;
        condition.forgetFailures();
        condition.set('up-to-date', null);
      }
    } else if (hash === null) condition.set('unknown', 'licence-file-missing');
    else if (installed === null) condition.set('failing', 'licence-file-unreadable');
    else condition.set('up-to-date', null);
  }

  #isBehind() {
    return this.#file.hash !== this.#licence?.file.sha256;
  }

  #isKept() {
    const { hash } = this.#file;
    if (this.#licence === null || hash === null) return false;
    return this.dependencies.placements.isKept(this.settings.id, hash, this.#licence.file.sha256);
  }

  async #watchFolder(licence: CurrentLicence, isChanged: boolean, overUnknown: boolean) {
    const { unreadable } = this.#file;
    if (!this.#isDue(isChanged || overUnknown) && !(await this.#folderWorks(licence))) return;
    if (unreadable === null) await this.#install(licence, overUnknown);
    else await this.#failed({ outcome: 'failed', ...unreadable });
  }

  #isDue(isAsked: boolean) {
    const now = this.dependencies.clock.now();
    const isQuiet = now >= this.#installedAt && now < this.#installedAt + QUIET_AFTER_INSTALL;
    if (isQuiet) return this.#condition.tries > 0 && this.#condition.isDue;
    return isAsked || this.#condition.isDue;
  }

  async #folderWorks({ file }: CurrentLicence): Promise<boolean> {
    const isInVain = this.#file.unreadable !== null || this.#condition.nextTry === null;
    return !isInVain && this.#probes.isWritableAgain(file.bytes.length);
  }

  async #install(licence: CurrentLicence, overUnknown: boolean) {
    if (!fitsServer(licence, this)) {
      await this.#failed({ outcome: 'failed', reason: 'wrong-host', cause: null });
      return;
    }
    const { id: serverId, path: folder, fileName } = this.settings;
    this.#condition.set('installing', this.#condition.trouble);
    this.#wasReplaced = this.#hadLicence;
    const result = await this.dependencies.installer.install({ serverId, folder, fileName }, licence.file, {
      overUnknown,
    });
    if ('reason' in result) await this.#failed(result);
    else await this.#succeeded(result);
  }

  async #succeeded(result: InstallResult) {
    if (result.outcome === 'installed') this.#installedAt = this.dependencies.clock.now();
    this.#condition.forgetFailures();
    this.#wasRolledBack = false;
    this.#probes.forget();
    this.#file.forget();
    await this.#observe();
    await this.dependencies.attempted(this, result);
  }

  async #failed({ reason, outcome, cause }: Extract<InstallResult, { reason: unknown }>) {
    const isFinal = reason === 'unknown-content' || reason === 'wrong-host';
    this.#wasRolledBack = outcome === 'rolled-back';
    this.#condition.fail(reason, isFinal);
    // A change by our own attempt is no reason to try again early; a folder that hangs is left alone.
    if (reason === 'timed-out') this.#file.markMissing(reason, cause);
    else if (this.#file.unreadable === null) await this.#observe();
    if (this.#isBehind()) this.#condition.set('failing', reason);
    await this.dependencies.attempted(this, { reason, outcome, cause });
  }
}
