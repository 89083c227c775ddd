import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { rateReleases, type RatedRelease } from '@shared/domain/updates/choose-release';
import type { ReleaseInBrief, ReleaseList, UpdateProblem, UpdateStatus } from '@shared/domain/updates/update';
import { NO_UPDATES } from '@shared/domain/updates/update';
import { utcDay } from '@shared/domain/time/dates';
import { DownloadFiles } from './download-files';
import { DownloadRunner } from './download-runner';
import { ReleaseIndexStore } from './release-index-store';
import type { UpdateDependencies } from './update-dependencies';
import { stateReports } from '@electron/service/state/state-reports';
import { openChoice, type Choice } from './update-choice';

/** The settings for updates. */
export type UpdateSettings = {
  download: boolean;
  maxKilobytesPerSecond: number | null;
  /** The first day, UTC, on which new versions are offered. */
  holdUntil: string | null;
};

const briefOf = ({
  releaseId,
  version,
  releasedOn,
  countsFrom,
  severity,
  size,
}: RatedRelease): ReleaseInBrief => ({
  releaseId,
  version,
  releasedOn,
  countsFrom,
  severity,
  size,
});

/**
 * Software updates: keeps the signed index of releases, downloads the one that is offered and holds it verified. `start`
 * first; nothing is fetched but through the source, which answers only while the connection stands.
 */
export class UpdateJob {
  readonly #folder: string;
  readonly #index: ReleaseIndexStore;
  readonly #files: DownloadFiles;
  #choice: Choice | null = null;
  #settings: UpdateSettings = { download: false, maxKilobytesPerSecond: null, holdUntil: null };
  #rated: RatedRelease[] = [];
  #runner: DownloadRunner | null = null;
  #running: Promise<void> = Promise.resolve();
  /** SHA-256 of the installer that lies here, verified since this service started. */
  #ready: string | null = null;
  #isVerifying = false;
  /** Bytes of the offered installer that are here while nothing is being fetched. */
  #here = 0;
  #problem: UpdateProblem | null = null;
  #considering: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: UpdateDependencies) {
    this.#folder = path.join(dependencies.stateFolder, 'updates');
    this.#index = new ReleaseIndexStore(this.#folder, dependencies);
    this.#files = new DownloadFiles(path.join(this.#folder, 'files'));
  }

  async start(): Promise<void> {
    await this.#index.open();
    await this.#files.prepare();
    this.#choice = await openChoice(path.join(this.#folder, 'choice.json'), this.dependencies.clock.now());
    // A large installer takes a while to read through; nothing waits for that.
    void this.reviewReleases();
  }

  async stop(): Promise<void> {
    this.#runner?.stop();
    await this.#running;
  }

  apply(settings: UpdateSettings): void {
    this.#settings = settings;
    void this.reviewReleases();
  }

  /** The connection stands again: a download that waits for it goes on. */
  connected(): void {
    this.#runner?.wake();
  }

  /** Asks for the newest releases. Throws the source's `AppError`, and `update-index-refused`. */
  async check(): Promise<'done' | 'refused'> {
    try {
      const before = this.#index.current?.claims.releases.length;
      const { claims } = await this.#index.renew();
      if (this.#problem?.code === 'update-index-refused') this.#problem = null;
      this.dependencies.log.info({ releases: claims.releases.length, before }, 'the releases are known anew');
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'update-index-refused')) throw error;
      const isNews = this.#problem?.params['reason'] !== error.params['reason'];
      this.#problem = { code: error.code, params: error.params };
      if (isNews) await this.#note('release-index-refused', 'back-office', error.params);
      this.#publish();
      return 'refused';
    }
    await this.reviewReleases();
    return 'done';
  }

  /** Params of the last refusal of an index. */
  refusal(): AppError['params'] {
    return this.#problem?.params ?? {};
  }

  list(): ReleaseList {
    const { runningVersion, maintenanceUntil } = this.dependencies.facts();
    const checkedAt = this.#index.current?.checkedAt ?? null;
    const releases = this.#rated.map((release) => {
      const { platform, standing, notes } = release;
      return { ...briefOf(release), platform, standing, notes };
    });
    const { holdUntil } = this.#settings;
    return { checkedAt, runningVersion, maintenanceUntil, holdUntil, releases };
  }

  /** A person wants the offered release here. Throws `update-none`. */
  async download(): Promise<void> {
    const offered = this.#offered();
    if (offered === null) throw new AppError('update-none');
    await this.#choice?.want(offered.sha256);
    await this.#note('update-download-asked', 'operator', { version: offered.version });
    this.#problem = null;
    if (this.#runner?.view.download.state === 'waiting') this.#runner.wake();
    await this.reviewReleases();
  }

  /** A person wants the download to rest; what is here stays. Throws `update-none`. */
  async pause(): Promise<void> {
    const offered = this.#offered();
    if (offered === null) throw new AppError('update-none');
    await this.#choice?.pause(offered.sha256);
    await this.#note('update-paused', 'operator', { version: offered.version });
    await this.reviewReleases();
  }

  /**
   * Where the verified installer lies, read through once more just now. One that has changed since is thrown away and
   * fetched anew. Throws `update-not-downloaded` and `update-changed`.
   */
  async installer(): Promise<{ file: string; sha256: string; size: number; version: string }> {
    const offered = this.#offered();
    if (offered === null) throw new AppError('update-not-downloaded');
    if (this.#ready !== offered.sha256) throw new AppError('update-not-downloaded');
    const { sha256, size, version } = offered;
    if ((await this.#files.check(offered)) !== 'good') {
      this.#ready = null;
      await this.#files.discard(offered);
      await this.#note('update-refused', 'service', { version, code: 'update-changed' });
      await this.#choice?.want(sha256);
      await this.reviewReleases();
      throw new AppError('update-changed', { version });
    }
    await this.#note('update-install-asked', 'operator', { version, sha256 });
    return { file: this.#files.pathOf(offered), sha256, size, version };
  }

  /** Releases, licence, settings or what a person wants have changed: goes on with what that asks for. */
  reviewReleases(): Promise<void> {
    this.#considering = this.#considering
      .then(() => this.#consider())
      .catch((error: unknown) => {
        this.dependencies.log.error({ error }, 'the updates could not be looked at');
      });
    return this.#considering;
  }

  async #consider(): Promise<void> {
    const before = this.#offered()?.sha256;
    const facts = { ...this.dependencies.facts(), isHeld: this.#isHeld() };
    this.#rated = rateReleases(this.#index.current?.claims.releases ?? [], facts);
    const offered = this.#offered();
    if (offered !== null && offered.sha256 !== before) {
      this.#problem = this.#problem?.code === 'update-index-refused' ? this.#problem : null;
      await this.#note('release-offered', 'back-office', {
        version: offered.version,
        severity: offered.severity,
      });
    }
    if (
      this.#runner !== null &&
      (this.#runner.release.sha256 !== offered?.sha256 || !this.#isWanted(offered))
    ) {
      this.#runner.stop();
      await this.#running;
    }
    // Until a licence has been read, as after a start, nothing is known to be offered, and so nothing to be in the way.
    if (this.#index.current !== null && facts.maintenanceUntil !== null) await this.#files.tidy(offered);
    if (offered !== null) await this.#takeUp(offered);
    this.#publish();
  }

  async #takeUp(offered: RatedRelease): Promise<void> {
    if (this.#ready === offered.sha256 || this.#runner !== null) return;
    this.#ready = null;
    this.#isVerifying = true;
    this.#publish();
    const found = await this.#files.check(offered).finally(() => (this.#isVerifying = false));
    if (found === 'good') this.#ready = offered.sha256;
    else if (found === 'changed') {
      await this.#files.discard(offered);
      stateReports.damaged(this.#files.pathOf(offered), null);
    }
    this.#here = found === 'good' ? offered.size : await this.#files.partSize(offered);
    if (found !== 'good' && this.#problem === null && this.#isWanted(offered)) this.#begin(offered);
  }

  #begin(release: RatedRelease): void {
    const { source, clock, random, freeBytes } = this.dependencies;
    const limit = () => {
      const { maxKilobytesPerSecond } = this.#settings;
      return maxKilobytesPerSecond === null ? null : maxKilobytesPerSecond * 1000;
    };
    const runner = new DownloadRunner(release, {
      ...{ files: this.#files, source, clock, random, limit, here: this.#here },
      freeBytes: () => freeBytes(this.#folder),
      changed: () => this.#publish(),
    });
    this.#runner = runner;
    this.#running = this.#finish(runner);
  }

  async #finish(runner: DownloadRunner): Promise<void> {
    const { version, sha256 } = runner.release;
    try {
      const isHere = await runner.run();
      if (isHere) {
        this.#ready = sha256;
        await this.#note('update-downloaded', 'service', { version, sha256 });
      } else if (!runner.isStopped()) {
        this.#problem = runner.view.download.state === 'waiting' ? runner.view.problem : this.#problem;
        if (this.#problem !== null)
          await this.#note('update-refused', 'service', { version, code: this.#problem.code });
      }
    } catch (error) {
      this.dependencies.log.error({ error }, 'a download has broken down');
    } finally {
      this.#here = await this.#files.partSize(runner.release).catch(() => 0);
      this.#runner = null;
      this.#publish();
    }
  }

  #isHeld(): boolean {
    const { holdUntil } = this.#settings;
    return holdUntil !== null && utcDay(this.dependencies.clock.now()) < holdUntil;
  }

  #offered(): RatedRelease | null {
    return this.#rated.find(({ standing }) => standing === 'offered') ?? null;
  }

  #isWanted({ sha256 }: RatedRelease): boolean {
    if (this.#choice?.paused === sha256) return false;
    return this.#settings.download || this.#choice?.wanted === sha256;
  }

  async #note(...[kind, actor, detail]: Parameters<UpdateDependencies['audit']['append']>): Promise<void> {
    try {
      await this.dependencies.audit.append(kind, actor, detail);
    } catch (error) {
      this.dependencies.log.error({ error, kind }, 'an activity could not be recorded');
    }
  }

  #downloadOf(offered: RatedRelease | null): UpdateStatus['download'] {
    const idle = NO_UPDATES.download;
    if (offered === null) return idle;
    if (this.#ready === offered.sha256) return { ...idle, state: 'ready', receivedBytes: offered.size };
    if (this.#isVerifying) return { ...idle, state: 'verifying' };
    if (this.#runner !== null) {
      return this.#runner.view.download;
    }
    const state = this.#choice?.paused === offered.sha256 ? 'paused' : 'idle';
    return { ...idle, state, receivedBytes: this.#here };
  }

  #publish(): void {
    const offered = this.#offered();
    const notCovered = this.#rated.find(({ standing }) => standing === 'not-covered');
    this.dependencies.publish({
      newestOffered: offered?.version ?? null,
      downloaded: offered !== null && this.#ready === offered.sha256 ? offered.version : null,
      checkedAt: this.#index.current?.checkedAt ?? null,
      offered: offered === null ? null : briefOf(offered),
      notCovered: notCovered === undefined ? null : briefOf(notCovered),
      download: this.#downloadOf(offered),
      problem: this.#problem ?? this.#runner?.view.problem ?? null,
    });
  }
}
