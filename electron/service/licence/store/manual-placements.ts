import type { LicenceStore } from './licence-store';

/**
 * Files that a person put in place on a licence server although a package is in force: each stays where it is until
 * another package comes or a person asks for the newest again, or the service would undo what it was asked for.
 */
export class ManualPlacements {
  constructor(private readonly store: LicenceStore) {}

  /** `installed` and `newest` are hashes of licence files. */
  isKept(licenceServerId: string, installed: string, newest: string): boolean {
    const kept = this.store.record.keptByHand[licenceServerId];
    return kept?.sha256 === installed && kept.over === newest;
  }

  async keep(licenceServerId: string, sha256: string): Promise<void> {
    const over = this.store.licence?.file.sha256;
    if (over === undefined || over === sha256) return this.release(licenceServerId);
    // A statement about an earlier copy there no longer holds.
    const copies = Object.entries(this.store.record.copiedByHand);
    const copiedByHand = Object.fromEntries(copies.filter(([id]) => id !== licenceServerId));
    const keptByHand = { ...this.store.record.keptByHand, [licenceServerId]: { sha256, over } };
    await this.store.note({ keptByHand, copiedByHand });
  }

  async release(licenceServerId: string): Promise<void> {
    const { [licenceServerId]: gone, ...keptByHand } = this.store.record.keptByHand;
    if (gone !== undefined) await this.store.note({ keptByHand });
  }
}
