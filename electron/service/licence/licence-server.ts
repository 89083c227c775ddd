import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import type { Clock } from '@shared/domain/clock';
import { timestampOf } from '@shared/domain/dates';
import type { FolderTest } from '@shared/domain/folder-test';
import type { LicenceServerStatus } from '@shared/domain/licence-summary';
import { fitsHost } from '@shared/domain/licence/verify-licence';
import type { LicenceServerSettings } from '@shared/domain/settings';
import { reasonOf } from './file-reason';
import { FileWatch } from './file-watch';
import { testFolder } from './folder-test';
import type { JobLog } from './job-dependencies';
import { boundHostIdOf, installedLicenceOf, type InstalledLicence } from './installed-licence';
import type { Installer, InstallResult } from './installer';
import { openLicenceFolder } from './licence-folder';
import type { HeldLicence } from './licence-store';
import { retryDelay } from './retry-ladder';

/** How often a licence folder is looked at, in ms: the second where all is well and a change would be told. */
const LOOK_EVERY = 5000;
const LOOK_EVERY_WATCHED = 60_000;
// A file that somebody puts back at once is not fought over at full speed.
const QUIET_AFTER_INSTALL = 30_000;
const LONGEST_WAIT = 2 * 3_600_000;

export interface LicenceServerDependencies {
  installer: Installer;
  clock: Clock;
  random: () => number;
  log: JobLog;
  changed: () => void;
  /** After every attempt that did something or failed. */
  attempted: (server: LicenceServer, result: InstallResult) => Promise<void>;
}

/** One local licence server: looks at its file, and brings the licence in force to it. */
export class LicenceServer {
  #state: LicenceServerStatus['state'] = 'unknown';
  #reason: LicenceServerReason | null = null;
  #since: number;
  #tries = 0;
  #nextTry: number | null = null;
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
  #isStopped = false;
  readonly #watch: FileWatch;

  constructor(
    readonly settings: LicenceServerSettings,
    private readonly dependencies: LicenceServerDependencies,
  ) {
    this.#since = dependencies.clock.now();
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

  status(): LicenceServerStatus {
    const { id, name, kind, path } = this.settings;
    const isHeld = this.#licence !== null && this.#hash === this.#licence.file.sha256;
    return {
      id,
      name,
      kind,
      path,
      state: this.#state,
      sequence: isHeld ? (this.#licence?.file.sequence ?? null) : null,
      reason: this.#reason,
      since: timestampOf(this.#since),
      nextTry: this.#nextTry === null ? null : timestampOf(this.#nextTry),
      tries: this.#tries,
      installed: this.#installed,
    };
  }

  /** Looks at the folder now and from then on at intervals; resolves after the first look. */
  start(licence: HeldLicence | null): Promise<void> {
    this.#licence = licence;
    return this.#inTurn(() => this.#look());
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
    this.#forgetFailures();
    return this.#inTurn(() => this.#look());
  }

  /** What [Try again] asks for: at once, and over a file that nobody knows. */
  tryAgain(): Promise<void> {
    this.#forgetFailures();
    this.#fingerprint = null;
    this.#installedAt = 0;
    return this.#inTurn(() => this.#look(true));
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

  async #look(overUnknown = false) {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    // What changed between this look and the beginning of a watch is seen by the next look only.
    let isTold = this.#watch.isLive;
    try {
      const isChanged = await this.#observe();
      // Another folder may lie at the path by now, and a watch goes with the old one.
      if (isChanged) this.#watch.stop();
      isTold &&= !isChanged;
      if (this.#isBehind() && this.#isDue(isChanged || overUnknown)) await this.#install(overUnknown);
    } finally {
      this.#lookAgainLater(isTold);
    }
  }

  #lookAgainLater(wasTold: boolean) {
    if (this.#isStopped) return;
    const isWell = this.#state === 'up-to-date';
    if (isWell) this.#watch.start();
    else this.#watch.stop();
    const isTold = isWell && wasTold && this.#watch.isLive;
    this.#timer = setTimeout(() => this.#lookInTurn(), isTold ? LOOK_EVERY_WATCHED : LOOK_EVERY);
  }

  #lookInTurn() {
    this.#inTurn(() => this.#look()).catch((error: unknown) => {
      this.dependencies.log.error({ error, id: this.settings.id }, 'a look at a licence server failed');
    });
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
    this.#become('failing', reason);
    return true;
  }

  /** The state by what lies there, before anything is installed. */
  #settle() {
    if (this.#licence !== null) {
      if (this.#isBehind()) this.#become('behind', this.#state === 'failing' ? this.#reason : null);
      else {
        this.#hadLicence = true;
        this.#forgetFailures();
        this.#become('up-to-date', null);
      }
    } else if (this.#hash === null) this.#become('unknown', 'licence-file-missing');
    else if (this.#installed === null) this.#become('failing', 'licence-file-unreadable');
    else this.#become('up-to-date', null);
  }

  #isBehind() {
    return this.#licence !== null && this.#hash !== this.#licence.file.sha256;
  }

  #isDue(isAsked: boolean) {
    const now = this.dependencies.clock.now();
    const isQuiet = now >= this.#installedAt && now < this.#installedAt + QUIET_AFTER_INSTALL;
    if (isAsked && !isQuiet) return true;
    if (this.#nextTry === null) return this.#tries === 0 && !isQuiet;
    // A clock that was put back must not hold a retry back with it.
    return now >= this.#nextTry || this.#nextTry - now > LONGEST_WAIT;
  }

  async #install(overUnknown: boolean) {
    const licence = this.#licence;
    if (licence === null) return;
    if (!fitsHost(licence.claims.hostIds, this.hostId)) {
      await this.#failed({ outcome: 'failed', reason: 'wrong-host', cause: null });
      return;
    }
    const { id: serverId, path: folder, fileName } = this.settings;
    this.#become('installing', null);
    this.#wasReplaced = this.#hadLicence;
    const result = await this.dependencies.installer.install({ serverId, folder, fileName }, licence.file, {
      overUnknown,
    });
    if ('reason' in result) await this.#failed(result);
    else await this.#succeeded(result);
  }

  async #succeeded(result: InstallResult) {
    if (result.outcome === 'installed') this.#installedAt = this.dependencies.clock.now();
    this.#forgetFailures();
    this.#wasRolledBack = false;
    this.#fingerprint = null;
    await this.#observe();
    await this.dependencies.attempted(this, result);
  }

  async #failed(result: Extract<InstallResult, { reason: unknown }>) {
    const isFinal = result.reason === 'unknown-content' || result.reason === 'wrong-host';
    this.#tries += 1;
    this.#nextTry = isFinal
      ? null
      : this.dependencies.clock.now() + retryDelay(this.#tries, this.dependencies.random());
    this.#wasRolledBack = result.outcome === 'rolled-back';
    // What our own attempt did to the folder is no reason to try again before its time.
    await this.#observe();
    if (this.#isBehind()) this.#become('failing', result.reason);
    await this.dependencies.attempted(this, result);
  }

  #forgetFailures() {
    this.#tries = 0;
    this.#nextTry = null;
  }

  #become(state: LicenceServerStatus['state'], reason: LicenceServerReason | null) {
    if (state !== this.#state || reason !== this.#reason) this.#since = this.dependencies.clock.now();
    this.#state = state;
    this.#reason = reason;
    this.dependencies.changed();
  }
}
