import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Changes that come in one go are told once, so long after the first of them, in ms. */
const TOGETHER = 200;

/**
 * Tells when a file in a folder, or the folder itself, may have changed, as far as the system tells: not what other
 * machines do on a shared folder. Other files of the folder, such as logs, are left out.
 */
export class FileWatch {
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly folder: string,
    private readonly fileName: string,
    private readonly changed: () => void,
  ) {}

  get isLive(): boolean {
    return this.#watcher !== null;
  }

  /** Changes nothing when it is live, or cannot be. To be called for a folder that answers: it waits for it. */
  start(): void {
    if (this.#watcher !== null) return;
    try {
      const watcher = watch(this.folder, { persistent: false }, (_, name) => this.#hear(name));
      watcher.on('error', () => this.stop());
      this.#watcher = watcher;
    } catch {
      this.#watcher = null;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#watcher?.close();
    this.#watcher = null;
  }

  #hear(name: string | null) {
    const isOurs = name === null || name === this.fileName || name === path.basename(this.folder);
    if (!isOurs || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.changed();
    }, TOGETHER);
  }
}
