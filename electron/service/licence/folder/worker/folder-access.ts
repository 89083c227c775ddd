import path from 'node:path';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { FolderWorkers } from './folder-worker-pool';
import { openLicenceFolder, type LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { openWithLimit } from '@electron/service/licence/folder/limited-folder';
import { createOperationLimit, type OperationLimit } from '@electron/service/licence/folder/operation-limit';
import { systemError } from '@electron/platform/private-files';

/** Opens the folder of a licence server; throws as `OpenLicenceFolder` does, or `timed-out`. */
export type OpenServerFolder = (serverId: string, folder: string) => Promise<LicenceFolder>;

/** Stands for the licence server that is not there yet; no id of the settings has a space. */
const UNSAVED = 'not saved';

export interface FolderAccessDependencies {
  workers: Pick<FolderWorkers, 'open'>;
  /** Whether a path leads onto a share or another file system that may hang; must not touch the share to find out. */
  isOnNetwork: (folder: string) => Promise<boolean>;
  /** The program's own folders, absolute: no licence is written there, whichever way a path leads there. */
  own?: readonly string[];
}

/**
 * The one way to a licence folder: this machine's own disks directly, everything remote through a worker process. A
 * call that hangs holds a thread for as long as it hangs, and a process has only a few of them for all its files.
 */
export class FolderAccess {
  readonly #limits = new Map<string, OperationLimit>();
  #remote: ReadonlySet<string> = new Set();
  /** By folder, not by the names in the settings; as found when they were opened last. */
  readonly #onNetwork = new Set<string>();

  constructor(private readonly dependencies: FolderAccessDependencies) {}

  /** Which servers the settings call remote. */
  setServers(servers: readonly Pick<LicenceServerSettings, 'id' | 'kind'>[]): void {
    this.#remote = new Set(servers.filter(({ kind }) => kind === 'remote').map(({ id }) => id));
  }

  isRemote(serverId: string): boolean {
    return this.#remote.has(serverId) || this.#onNetwork.has(serverId);
  }

  readonly open: OpenServerFolder = async (serverId, folder) => {
    // An empty or relative path would be looked for wherever the service was started.
    if (!path.isAbsolute(folder)) throw systemError('ENOENT');
    if (await this.dependencies.isOnNetwork(folder)) this.#onNetwork.add(serverId);
    else this.#onNetwork.delete(serverId);
    if (this.isRemote(serverId)) return this.dependencies.workers.open(serverId, folder, this.#own);
    return openWithLimit(() => openLicenceFolder(folder, this.#own), this.#limitOf(serverId));
  };

  /** The same for a path that is not in the settings yet. */
  async openUnsaved(kind: LicenceServerSettings['kind'], folder: string): Promise<LicenceFolder> {
    const isRemote = kind === 'remote' || (await this.dependencies.isOnNetwork(folder));
    if (isRemote) return this.dependencies.workers.open(UNSAVED, folder, this.#own);
    return openWithLimit(() => openLicenceFolder(folder, this.#own), createOperationLimit());
  }

  get #own(): readonly string[] {
    return this.dependencies.own ?? [];
  }

  #limitOf(serverId: string): OperationLimit {
    const limit = this.#limits.get(serverId) ?? createOperationLimit();
    this.#limits.set(serverId, limit);
    return limit;
  }
}

/** For folders that are known to lie on a disk of this machine. */
export const openLocally = (): OpenServerFolder => {
  const access = new FolderAccess({
    workers: { open: (_serverId, folder) => openLicenceFolder(folder) },
    isOnNetwork: () => Promise.resolve(false),
  });
  return access.open;
};
