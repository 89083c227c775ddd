import type { FolderTest } from '@shared/domain/licence/folder-test';
import { testFolder } from './folder-test';
import type { LicenceFolder } from './licence-folder';
import { canWrite, removeProbes } from './probe-files';

/** How often, in ms, a folder into which nothing could be written is tried with a probe file. */
const PROBE_EVERY = 10_000;

/** Probes one licence folder with temporary files, which are removed afterwards. */
export class FolderProbes {
  #probedAt = -Infinity;
  #wasRefused = false;
  /** A test or a probe may have been cut off, if only by the end of an earlier run. */
  #mayBeLeft = true;
  #testing = 0;

  constructor(private readonly open: () => Promise<LicenceFolder>) {}

  /** Waits for nothing else that goes on there, so that a folder that hangs has its verdict in time. */
  async test(account: string | null): Promise<FolderTest> {
    this.#testing += 1;
    this.#mayBeLeft = true;
    try {
      return await testFolder(this.open, account);
    } finally {
      this.#testing -= 1;
    }
  }

  /**
   * Whether a folder that refused to be written to takes files of this size again: nothing else tells that there is
   * space, or that it is not read-only any more. Where it never refused a probe, the fault is of another kind.
   */
  async isWritableAgain(size: number): Promise<boolean> {
    if (performance.now() < this.#probedAt + PROBE_EVERY) return false;
    this.#probedAt = performance.now();
    this.#mayBeLeft = true;
    const works = (await this.#inFolder((folder) => canWrite(folder, size))) === true;
    const wasRefused = this.#wasRefused;
    this.#wasRefused = !works;
    return works && wasRefused;
  }

  /** An earlier refusal no longer counts. */
  forget() {
    this.#wasRefused = false;
  }

  /** Removes what was left by tests and probes that were cut off. */
  async removeLeftProbes() {
    if (!this.#mayBeLeft || this.#testing > 0) return;
    const isDone = await this.#inFolder(removeProbes);
    // A test may have begun meanwhile.
    if (this.#testing === 0) this.#mayBeLeft = isDone !== true;
  }

  /** null where the folder cannot be used. */
  async #inFolder<T>(run: (folder: LicenceFolder) => Promise<T>): Promise<T | null> {
    try {
      const folder = await this.open();
      return await run(folder).finally(() => folder.close());
    } catch {
      return null;
    }
  }
}
