import { open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { StorageTrouble } from '@shared/errors/error-catalogue';
import type { Notice } from '@shared/domain/status/status';
import type { Logger } from '@electron/log/logger';
import { stateReports } from './state-reports';

const TROUBLES: Readonly<Record<string, StorageTrouble>> = {
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
  EROFS: 'storage-read-only',
  EACCES: 'storage-denied',
  EPERM: 'storage-denied',
};

/** How often a disk that took nothing is tried again, in ms. */
const PROBE_EVERY = 2000;
/** More than any one file of the state that a licence needs. */
const PROBE_BYTES = 64 * 1024;
const PROBE_NAME = '.storage-probe.tmp';
const MOST_DAMAGED = 20;

export interface StorageMonitorParts {
  stateFolder: string;
  /** The disk below a folder, as a person knows it. */
  diskOf: (folder: string) => Promise<string>;
  publish: (notices: Notice[]) => void;
  /** The disk takes files again, and all that was only in memory lies on it. */
  returned: () => void;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'info'>;
}

const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Why the disk took nothing. */
export const storageTroubleOf = (error: unknown): StorageTrouble =>
  TROUBLES[String(causeOf(error))] ?? 'storage-failing';

/** Knows whether the service's state can be stored: says so where not, and sees at once when it can be again. */
export class StorageMonitor {
  #trouble: { code: StorageTrouble; since: string } | null = null;
  #damaged: Notice[] = [];
  #timer: NodeJS.Timeout | undefined;
  #probing: Promise<void> | null = null;
  #isStopped = false;

  constructor(private readonly parts: StorageMonitorParts) {}

  get trouble(): StorageTrouble | null {
    return this.#trouble?.code ?? null;
  }

  /** Resolves after the first look. */
  async start(): Promise<void> {
    stateReports.listen({
      notStored: (error) => this.#failed(error),
      damaged: (file, keptAs) => this.#noteDamage(file, keptAs),
      logBroken: (file, number) => this.#add('activity-log-damaged', { file, number }),
    });
    await this.#probe();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    stateReports.listen(null);
    await this.#probing;
  }

  /** To be called now and then: a disk may be full though nothing was to be written. Writes nothing where there is space. */
  async checkNow(): Promise<void> {
    if (this.#trouble !== null) return;
    const { bavail, bsize, blocks } = await statfs(this.parts.stateFolder).catch(() => ({
      bavail: 0,
      bsize: 0,
      blocks: 1,
    }));
    if (blocks > 0 && bavail * bsize < PROBE_BYTES) await this.#probe();
  }

  /** Somebody asks for it now. */
  tryNow(): Promise<void> {
    return this.#trouble === null ? Promise.resolve() : this.#probe();
  }

  #failed(error: unknown) {
    const code = storageTroubleOf(error);
    if (this.#trouble === null) {
      this.parts.log.warn({ error, code }, 'the state cannot be stored; it is kept in memory');
      this.#trouble = { code, since: timestampOf(this.parts.clock.now()) };
    } else if (this.#trouble.code === code) return;
    else this.#trouble = { ...this.#trouble, code };
    this.#publish();
    this.#probeLater();
  }

  #probeLater() {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#probe(), PROBE_EVERY);
  }

  #probe(): Promise<void> {
    this.#probing ??= this.#tryDisk().finally(() => (this.#probing = null));
    return this.#probing;
  }

  async #tryDisk() {
    try {
      await this.#writeProbe();
      await stateReports.writeKept();
    } catch (error) {
      this.#failed(error);
      this.#probeLater();
      return;
    }
    if (this.#trouble === null) return;
    this.#trouble = null;
    this.parts.log.info({}, 'the state can be stored again');
    this.#publish();
    this.parts.returned();
  }

  async #writeProbe() {
    const file = path.join(this.parts.stateFolder, PROBE_NAME);
    await rm(file, { force: true, recursive: true });
    try {
      const handle = await open(file, 'wx', 0o600);
      try {
        await handle.writeFile(Buffer.alloc(PROBE_BYTES));
        await handle.sync();
      } finally {
        await handle.close();
      }
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  }

  #noteDamage(file: string, keptAs: string | null) {
    const { stateFolder, log } = this.parts;
    const params = {
      file: path.relative(path.dirname(stateFolder), file),
      folder: path.dirname(keptAs ?? file),
    };
    log.warn({ file, keptAs }, 'a file of the state could not be used');
    this.#add('state-file-damaged', params);
  }

  #add(code: Notice['code'], params: { file: string; folder?: string; number?: number }) {
    const since = timestampOf(this.parts.clock.now());
    const others = this.#damaged.filter((known) => known.params['file'] !== params.file);
    this.#damaged = [...others, { code, params, since }].slice(-MOST_DAMAGED);
    this.#publish();
  }

  #publish() {
    void this.#notices().then((notices) => this.parts.publish(notices));
  }

  async #notices(): Promise<Notice[]> {
    const disk = await this.parts.diskOf(this.parts.stateFolder);
    const folder = this.parts.stateFolder;
    const trouble = this.#trouble;
    return [
      ...(trouble === null ? [] : [{ code: trouble.code, params: { disk, folder }, since: trouble.since }]),
      ...this.#damaged,
    ];
  }
}
