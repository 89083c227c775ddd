import type { LicenceFolder } from './licence-folder';
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

/** Opens a folder of which no call takes longer than the limit. */
export const openWithLimit = (open: () => Promise<LicenceFolder>, limit: OperationLimit) =>
  limit(
    async () => new LimitedFolder(await open(), limit),
    (late) => late.close(),
  );
