import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import { reasonOf } from '@electron/service/licence/folder/folder-failure-reason';
import { InstalledFile, type FilePorts } from '@electron/service/licence/facts/installed-licence';
import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';

const NO_PORTS: FilePorts = { server: null, vendor: null };

/** The facts about the file in a licence folder since the last check. */
export class ObservedFile {
  #fingerprint: string | null = null;
  #hash: string | null = null;
  #installed: InstalledFile | null = null;
  #boundHostId: string | null = null;
  #ports: FilePorts = NO_PORTS;
  #unreadable: { reason: LicenceServerReason; cause: unknown } | null = null;

  /** null = there is none, or it cannot be read. */
  get hash() {
    return this.#hash;
  }

  /** null where there is no licence file, or none that can be read. */
  get installed() {
    return this.#installed;
  }

  get boundHostId() {
    return this.#boundHostId;
  }

  /** As the file names them, or the last one that could be read. */
  get ports() {
    return this.#ports;
  }

  /** Why the last look saw nothing; null = it saw what there is, if only that there is no file. */
  get unreadable() {
    return this.#unreadable;
  }

  /**
   * True when what is known has changed. The file is read where something about it has changed and, on a share, whose
   * word on that is not to be relied on, always.
   */
  async read(
    open: () => Promise<LicenceFolder>,
    fileName: string,
    isRemote: () => boolean,
  ): Promise<boolean> {
    try {
      const folder = await open();
      try {
        const fingerprint = await folder.fingerprint(fileName);
        const isSame = fingerprint === this.#fingerprint;
        if (isSame && !isRemote()) return false;
        const file = await folder.read(fileName);
        if (isSame && file?.sha256 === this.#hash) return false;
        this.#fingerprint = fingerprint;
        this.#unreadable = null;
        this.#hash = file?.sha256 ?? null;
        this.#installed = file === null ? null : InstalledFile.read(file, this.#installed);
        this.#boundHostId = this.#installed?.boundHostId ?? null;
        this.#ports = this.#installed?.ports ?? NO_PORTS;
        return true;
      } finally {
        folder.close();
      }
    } catch (error) {
      return this.markMissing(reasonOf(error), error);
    }
  }

  /** The folder cannot be looked into. True when that is news. */
  markMissing(reason: LicenceServerReason, cause: unknown): boolean {
    const isKnown = this.#unreadable?.reason === reason;
    this.#fingerprint = null;
    this.#unreadable = { reason, cause };
    this.#hash = null;
    this.#installed = null;
    return !isKnown;
  }

  /** The next look reads the file in any case. */
  forget() {
    this.#fingerprint = null;
    this.#unreadable = null;
  }
}
