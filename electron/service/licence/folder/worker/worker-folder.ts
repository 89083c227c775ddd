import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { sha256OfBytes, type Ownership, type PlainFile } from '@electron/service/licence/folder/plain-file';
import type { WorkerLink } from './worker-link';

/** A licence folder that a worker holds open; every call is one message there and one back. */
export class WorkerFolder implements LicenceFolder {
  constructor(
    private readonly link: WorkerLink,
    private readonly serverId: string,
    private readonly handle: number,
    private readonly closed: () => void,
  ) {}

  fingerprint(name: string) {
    return this.link.call(this.serverId, 'fingerprint', { handle: this.handle, name });
  }

  async read(name: string): Promise<PlainFile | null> {
    const file = await this.link.call(this.serverId, 'read', { handle: this.handle, name });
    return file === null ? null : { ...file, sha256: sha256OfBytes(file.bytes) };
  }

  create(name: string, bytes: Uint8Array, ownership: Ownership | null) {
    const plain = ownership === null ? null : { mode: ownership.mode, owner: ownership.owner };
    return this.link.call(this.serverId, 'create', {
      handle: this.handle,
      name,
      bytes: new Uint8Array(bytes),
      ownership: plain,
    });
  }

  rename(from: string, to: string) {
    return this.link.call(this.serverId, 'rename', { handle: this.handle, from, to });
  }

  remove(name: string) {
    return this.link.call(this.serverId, 'remove', { handle: this.handle, name });
  }

  flush() {
    return this.link.call(this.serverId, 'flush', { handle: this.handle });
  }

  freeSpace() {
    return this.link.call(this.serverId, 'freeSpace', { handle: this.handle });
  }

  probes() {
    return this.link.call(this.serverId, 'probes', { handle: this.handle });
  }

  close() {
    this.link.tell('close', { handle: this.handle });
    this.closed();
  }
}
