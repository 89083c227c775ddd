import { AppError } from '@shared/errors/app-error';
import { ERRORS } from '@shared/errors/error-catalogue';
import { timestampOf } from '@shared/domain/time/dates';
import type { Release } from '@shared/domain/licence/format/licence-claims';
import type { UpdateProblem, UpdateStatus } from '@shared/domain/updates/update';
import { download, type DownloadParts } from './download';

const RETRY_BASE_MS = 2000;
const RETRY_CAP_MS = 5 * 60_000;
const FULL_DISK_MS = 60_000;
const TELL_EVERY_MS = 1000;
/** Content that was refused is downloaded once more from its first byte. */
const FORGED = ['update-too-large', 'update-hash-mismatch'];

export type DownloadView = { download: UpdateStatus['download']; problem: UpdateProblem | null };

type Parts = Omit<DownloadParts, 'progress'> & {
  /** How many bytes an earlier download has left. */
  here: number;
  random: () => number;
  /** Called when the view has changed, at most every second while bytes come. */
  changed: () => void;
};

const problemOf = (error: AppError): UpdateProblem => ({ code: error.code, params: error.params });

/** Fetches one installer over as many tries as it takes, until it is whole or nothing more can be done by itself. */
export class DownloadRunner {
  readonly #controller = new AbortController();
  #download: UpdateStatus['download'];
  #problem: UpdateProblem | null = null;
  #wake: () => void = () => undefined;
  #told = { at: 0, bytes: 0 };

  constructor(
    readonly release: Release,
    private readonly parts: Parts,
  ) {
    this.#download = {
      state: 'running',
      receivedBytes: parts.here,
      bytesPerSecond: null,
      nextTry: null,
    };
  }

  get view(): DownloadView {
    return { download: this.#download, problem: this.#problem };
  }

  /** The way to the back office stands again: a pause before the next try is over. */
  wake(): void {
    this.#wake();
  }

  stop(): void {
    this.#controller.abort();
    this.#wake();
  }

  /** Resolves with whether the installer is here, verified; false = stopped, or the problem in the view keeps it. */
  async run(): Promise<boolean> {
    let failures = 0;
    let forged = 0;
    for (;;) {
      const before = this.#download.receivedBytes;
      const error = await this.#tryOnce();
      if (this.isStopped()) return false;
      if (error === null) return true;
      if (FORGED.includes(error.code)) {
        forged += 1;
        if (forged === 1) continue;
      }
      failures = this.#download.receivedBytes > before ? 0 : failures + 1;
      const delay = this.#delayAfter(error, failures);
      this.#problem = problemOf(error);
      this.#show({ state: 'waiting', bytesPerSecond: null, nextTry: null });
      if (delay === null) return false;
      await this.#pause(delay);
      if (this.isStopped()) return false;
    }
  }

  /** Somebody wanted it to end: it says nothing about the release. */
  isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  async #tryOnce(): Promise<AppError | null> {
    const { signal } = this.#controller;
    this.#told = { at: this.parts.clock.now(), bytes: -1 };
    this.#show({ state: 'running', nextTry: null });
    try {
      await download(this.release, { ...this.parts, progress: (bytes) => this.#progress(bytes) }, signal);
      return null;
    } catch (error) {
      return error instanceof AppError ? error : new AppError('internal', {}, error);
    }
  }

  #progress(receivedBytes: number): void {
    const now = this.parts.clock.now();
    if (this.#told.bytes < 0) {
      // The first piece is told at once: a page that says nothing is here yet would be wrong until the next word.
      this.#told = { at: now, bytes: receivedBytes };
      this.#show({ receivedBytes });
      return;
    }
    const elapsed = now - this.#told.at;
    if (elapsed < TELL_EVERY_MS) {
      this.#download = { ...this.#download, receivedBytes };
      return;
    }
    const bytesPerSecond = Math.max(0, Math.round(((receivedBytes - this.#told.bytes) * 1000) / elapsed));
    this.#told = { at: now, bytes: receivedBytes };
    this.#problem = null;
    this.#show({ receivedBytes, bytesPerSecond });
  }

  #delayAfter(error: AppError, failures: number): number | null {
    if (error.code === 'update-disk-full') return FULL_DISK_MS;
    if (ERRORS[error.code].class !== 'retry') return null;
    return this.parts.random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** failures);
  }

  async #pause(ms: number): Promise<void> {
    this.#show({ nextTry: timestampOf(this.parts.clock.now() + ms) });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #show(part: Partial<UpdateStatus['download']>): void {
    this.#download = { ...this.#download, ...part };
    this.parts.changed();
  }
}
