import type { LicenceFolder } from './licence-folder';
import { ofLocalDisk } from './folder-failure-reason';
import type { OperationLimit } from './operation-limit';
import type { Ownership } from './plain-file';

/** A folder all of whose calls pass one gate. */
class LimitedFolder implements LicenceFolder {
  constructor(
    private readonly folder: LicenceFolder,
    private readonly limit: OperationLimit,
  ) {}

  fingerprint(name: string) {
    return this.limit(() => this.folder.fingerprint(name));
  }

  read(name: string) {
    return this.limit(() => this.folder.read(name));
  }

  create(name: string, bytes: Uint8Array, ownership: Ownership | null) {
    return this.limit(() => this.folder.create(name, bytes, ownership));
  }

  rename(from: string, to: string) {
    return this.limit(() => this.folder.rename(from, to));
  }

  remove(name: string) {
    return this.limit(() => this.folder.remove(name));
  }

  flush() {
    return this.limit(() => this.folder.flush());
  }

  freeSpace() {
    return this.limit(() => this.folder.freeSpace());
  }

  probes() {
    return this.limit(() => this.folder.probes());
  }

  close() {
    this.folder.close();
  }
}

/** Opens a folder of a disk of this machine, of which no call takes longer than the limit. */
export const openWithLimit = (open: () => Promise<LicenceFolder>, limit: OperationLimit) => {
  const onDisk: OperationLimit = async (operation, discard) => {
    try {
      return await limit(operation, discard);
    } catch (error) {
      throw ofLocalDisk(error);
    }
  };
  return onDisk(
    async () => new LimitedFolder(await open(), onDisk),
    (late) => late.close(),
  );
};
