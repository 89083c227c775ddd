import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import type { Clock } from '@shared/domain/clock';
import { timestampOf } from '@shared/domain/dates';
import type { FolderTest } from '@shared/domain/folder-test';
import type { LicenceServerStatus } from '@shared/domain/licence-summary';
import { fitsHost } from '@shared/domain/licence/verify-licence';
import type { LicenceServerSettings } from '@shared/domain/settings';
import { reasonOf } from './file-reason';
import type { HandPlacements } from './hand-placements';
import { FileWatch } from './file-watch';
import { testFolder } from './folder-test';
import type { JobLog } from './job-dependencies';
import { boundHostIdOf, installedLicenceOf, type InstalledLicence } from './installed-licence';
import type { Installer, InstallResult, LicenceContent } from './installer';
import { openLicenceFolder } from './licence-folder';
import type { HeldLicence } from './licence-store';
import { ServerCondition } from './server-condition';

/** How often a licence folder is looked at where changes are not told of, in ms: the second where it is remote and all is well. */
const LOOK_EVERY = 5000;
const LOOK_EVERY_REMOTE = 30_000;
// A file that somebody puts back at once is not fought over at full speed.
const QUIET_AFTER_INSTALL = 30_000;

export interface LicenceServerDependencies {
  installer: Installer;
  clock: Clock;
  random: () => number;
  log: JobLog;
  changed: () => void;
  /** After every attempt that did something or failed. */
  attempted: (server: LicenceServer, result: InstallResult) => Promise<void>;
  /** When this file was copied to this server by hand, by the operator's word or as it was found; null = it was not. */
  copiedAt: (licenceServerId: string, sha256: string) => string | null;
  /** Files that a person chose to have there, whatever is in force. */
  placements: Pick<HandPlacements, 'isKept' | 'keep' | 'release'>;
  /** The licence that could not be installed lies there now: somebody has copied it. */
  foundCopied: (server: LicenceServer) => Promise<void>;
}

/** One licence server: looks at its file, and brings the licence in force to it; without a folder it waits for a person. */
export class LicenceServer {
  readonly #condition: ServerCondition;
  #installed: InstalledLicence | null = null;
  #hash: string | null = null;
  #boundHostId: string | null = null;
  #fingerprint: string | null = null;
  #installedAt = 0;
  #wasRolledBack = false;
  #hadLicence = false;
  #wasReplaced = false;
  #licence: HeldLicence | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** All is well and a change would be told: no timer runs. */
  #waitsToBeTold = false;
  #isStopped = false;
  readonly #watch: FileWatch;

  constructor(
    readonly settings: LicenceServerSettings,
    private readonly dependencies: LicenceServerDependencies,
  ) {
    const { clock, random, changed } = dependencies;
    this.#condition = new ServerCondition(clock, random, changed);
    this.#watch = new FileWatch(settings.path, settings.fileName, () => this.#lookInTurn());
  }

  get installed(): InstalledLicence | null {
    return this.#installed;
  }

  /** What the operator said it is or, without that, what the file in place is bound to. */
  get hostId(): string | null {
    return this.settings.hostId === '' ? this.#boundHostId : this.settings.hostId;
  }

  get wasRolledBack(): boolean {
    return this.#wasRolledBack;
  }

  /** Whether the last installation replaced a file that somebody had put over the licence in force. */
  get wasReplaced(): boolean {
    return this.#wasReplaced;
  }

  /** Whether the licence in force came here by hand, as far as is known. */
  get isCopiedByHand(): boolean {
    return this.#copiedAt !== null;
  }

  status(): LicenceServerStatus {
    const { id, name, kind, path } = this.settings;
    return { id, name, kind, path, ...this.#shown(), ...this.#host(), installed: this.#installed };
  }

  #host(): Pick<LicenceServerStatus, 'hostId' | 'fitsHost'> {
    const { hostId } = this;
    if (hostId === null) return { hostId, fitsHost: null };
    const hostIds = this.#licence?.claims.hostIds;
    return {
      hostId: hostId.slice(0, 64),
      fitsHost: hostIds === undefined ? null : fitsHost(hostIds, hostId),
    };
  }

  #shown(): Omit<LicenceServerStatus, 'id' | 'name' | 'kind' | 'path' | 'hostId' | 'fitsHost' | 'installed'> {
    const { state, reason, since, nextTry, tries } = this.#condition;
    const sequence = this.#licence?.file.sequence ?? null;
    const copiedAt = this.#copiedAt;
    // A person's word stands for as long as the service cannot see better itself.
    if (copiedAt !== null && state !== 'up-to-date') {
      return { state: 'copied-by-hand', reason: null, since: copiedAt, nextTry: null, tries: 0, sequence };
    }
    return {
      state,
      reason,
      since: timestampOf(since),
      nextTry: nextTry === null ? null : timestampOf(nextTry),
      tries,
      sequence: this.#licence !== null && !this.#isBehind() ? sequence : null,
    };
  }

  get #copiedAt(): string | null {
    const { file } = this.#licence ?? {};
    return file === undefined ? null : this.dependencies.copiedAt(this.settings.id, file.sha256);
  }

  /** Looks at the folder now and from then on at intervals; resolves after the first look. */
  start(licence: HeldLicence | null): Promise<void> {
    this.#licence = licence;
    return this.#inTurn(() => this.#look());
  }

  /** To be called now and then: a watch may be lost without a word. */
  lookAgain(): void {
    if (!this.#waitsToBeTold || this.#isStopped) return;
    this.#waitsToBeTold = false;
    this.#lookInTurn();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#watch.stop();
    await this.#last;
  }

  /** Puts this licence in force here; resolves after the first attempt. */
  bring(licence: HeldLicence): Promise<void> {
    this.#licence = licence;
    this.#hadLicence = false;
    this.#installedAt = 0;
    this.#condition.forgetFailures();
    return this.#inTurn(async () => {
      await this.#release();
      await this.#look();
    });
  }

  /** Puts a file in place that a person chose, over whatever lies there; it stays until a licence is brought. */
  place(file: LicenceContent): Promise<InstallResult> {
    return this.#inTurn(async () => {
      const { id: serverId, path: folder, fileName } = this.settings;
      this.#condition.become('installing', this.#condition.trouble);
      const { installer, placements } = this.dependencies;
      const result = await installer.install({ serverId, folder, fileName }, file, { overUnknown: true });
      if (!('reason' in result)) {
        await placements.keep(serverId, file.sha256);
        this.#hadLicence = false;
        this.#condition.forgetFailures();
      }
      this.#fingerprint = null;
      await this.#look();
      return result;
    });
  }

  /** What [Try again] asks for: at once, and over a file that nobody knows. */
  tryAgain(): Promise<void> {
    this.#condition.forgetFailures();
    this.#fingerprint = null;
    this.#installedAt = 0;
    return this.#inTurn(async () => {
      await this.#release();
      await this.#look(true);
    });
  }

  test(account: string | null): Promise<FolderTest> {
    return this.#inTurn(() =>
      testFolder(this.settings.path, this.dependencies.installer.limitOf(this.settings.id), account),
    );
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #release() {
    await this.dependencies.placements.release(this.settings.id).catch((error: unknown) => {
      this.dependencies.log.error({ error, id: this.settings.id }, 'the record could not be written');
    });
  }

  async #look(overUnknown = false) {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#waitsToBeTold = false;
    if (this.settings.path === '') {
      this.#condition.become(this.#licence === null ? 'unknown' : 'waiting-for-operator', null);
      return;
    }
    const wasTried = this.#condition.tries > 0;
    // What changed between this look and the beginning of a watch is seen by the next look only.
    let isTold = this.#watch.isLive;
    try {
      const isChanged = await this.#observe();
      // Another folder may lie at the path by now, and a watch goes with the old one.
      if (isChanged) this.#watch.stop();
      isTold &&= !isChanged;
      if (this.#isBehind() && !this.#isKept() && this.#isDue(isChanged || overUnknown))
        await this.#install(overUnknown);
      else if (wasTried && this.#licence !== null && !this.#isBehind()) await this.#foundInPlace();
    } finally {
      this.#lookAgainLater(isTold);
    }
  }

  #lookAgainLater(wasTold: boolean) {
    if (this.#isStopped) return;
    const isWell = this.#condition.state === 'up-to-date';
    // What other machines do on a shared folder is not told, and to watch one that hangs would stop everything.
    const isRemote = this.settings.kind === 'remote';
    if (isWell && !isRemote) this.#watch.start();
    else this.#watch.stop();
    this.#waitsToBeTold = isWell && wasTold && this.#watch.isLive;
    if (this.#waitsToBeTold) return;
    this.#timer = setTimeout(() => this.#lookInTurn(), isWell && isRemote ? LOOK_EVERY_REMOTE : LOOK_EVERY);
  }

  #lookInTurn() {
    this.#inTurn(() => this.#look()).catch((error: unknown) => {
      this.dependencies.log.error({ error, id: this.settings.id }, 'a look at a licence server failed');
    });
  }

  /** Nobody's copy but ours, where an attempt of which no end was seen took effect after all. */
  async #foundInPlace() {
    const ended = await this.dependencies.installer.recover(this.settings.id);
    if (!ended.some(({ recovered }) => recovered.outcome === 'done'))
      await this.dependencies.foundCopied(this);
  }

  /** Reads the file when something about it changed; true when what is known of it changed. */
  async #observe(): Promise<boolean> {
    const { path, fileName, id } = this.settings;
    try {
      const folder = await openLicenceFolder(path, this.dependencies.installer.limitOf(id));
      try {
        const fingerprint = await folder.fingerprint(fileName);
        if (fingerprint === this.#fingerprint) return false;
        const file = await folder.read(fileName);
        this.#fingerprint = fingerprint;
        this.#hash = file?.sha256 ?? null;
        this.#installed = file === null ? null : installedLicenceOf(file, this.dependencies.clock.now());
        this.#boundHostId = file === null ? null : boundHostIdOf(file);
      } finally {
        folder.close();
      }
    } catch (error) {
      return this.#notReadable(reasonOf(error));
    }
    this.#settle();
    return true;
  }

  #notReadable(reason: LicenceServerReason): boolean {
    const mark = `unreadable ${reason}`;
    if (this.#fingerprint === mark) return false;
    this.#fingerprint = mark;
    this.#hash = null;
    this.#installed = null;
    this.#condition.become('failing', reason);
    return true;
  }

  /** The state by what lies there, before anything is installed. */
  #settle() {
    const condition = this.#condition;
    if (this.#licence !== null) {
      if (this.#isKept()) condition.become('kept-by-hand', null);
      else if (this.#isBehind()) condition.become('behind', condition.trouble);
      else {
        this.#hadLicence = true;
        condition.forgetFailures();
        condition.become('up-to-date', null);
      }
    } else if (this.#hash === null) condition.become('unknown', 'licence-file-missing');
    else if (this.#installed === null) condition.become('failing', 'licence-file-unreadable');
    else condition.become('up-to-date', null);
  }

  #isBehind() {
    return this.#licence !== null && this.#hash !== this.#licence.file.sha256;
  }

  #isKept() {
    if (this.#licence === null || this.#hash === null) return false;
    return this.dependencies.placements.isKept(this.settings.id, this.#hash, this.#licence.file.sha256);
  }

  #isDue(isAsked: boolean) {
    const now = this.dependencies.clock.now();
    const isQuiet = now >= this.#installedAt && now < this.#installedAt + QUIET_AFTER_INSTALL;
    return isAsked && !isQuiet ? true : this.#condition.isDue && !(isQuiet && this.#condition.tries === 0);
  }

  async #install(overUnknown: boolean) {
    const licence = this.#licence;
    if (licence === null) return;
    if (!fitsHost(licence.claims.hostIds, this.hostId)) {
      await this.#failed({ outcome: 'failed', reason: 'wrong-host', cause: null });
      return;
    }
    const { id: serverId, path: folder, fileName } = this.settings;
    this.#condition.become('installing', this.#condition.trouble);
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
    this.#fingerprint = null;
    await this.#observe();
    await this.dependencies.attempted(this, result);
  }

  async #failed({ reason, outcome, cause }: Extract<InstallResult, { reason: unknown }>) {
    const isFinal = reason === 'unknown-content' || reason === 'wrong-host';
    this.#wasRolledBack = outcome === 'rolled-back';
    this.#condition.fail(reason, isFinal);
    // What our own attempt did to the folder is no reason to try again before its time; one that hangs is left alone.
    if (reason !== 'timed-out') await this.#observe();
    if (this.#isBehind()) this.#condition.become('failing', reason);
    await this.dependencies.attempted(this, { reason, outcome, cause });
  }
}
