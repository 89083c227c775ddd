import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { LicenceServer } from './licence-server';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';
import type { RecordAudit } from '@electron/service/licence/record-audit';

interface Parts {
  store: LicenceStore;
  clock: Clock;
  note: RecordAudit;
}

type Server = Pick<LicenceServer, 'settings' | 'installed'>;

/** Which licence was copied to which licence server by hand: by the operator's word, or because it was found there. */
export class ManualCopies {
  constructor(private readonly parts: Parts) {}

  at(licenceServerId: string, sha256: string): string | null {
    const copy = this.parts.store.record.copiedByHand[licenceServerId];
    return copy?.sha256 === sha256 ? copy.at : null;
  }

  /** Throws `nothing-to-copy` where no licence is in force. */
  async mark({ settings, installed }: Server): Promise<void> {
    const { licence } = this.parts.store;
    if (licence === null) throw new AppError('nothing-to-copy');
    const { id: licenceServerId, name } = settings;
    const { sequence, sha256 } = licence.file;
    await this.#remember(licenceServerId, sha256);
    // The file found there, so that a wrong statement can be recognised later.
    const seen = installed?.sha256.slice(0, 16) ?? null;
    await this.parts.note('licence-marked-as-copied', 'operator', { licenceServerId, name, sequence, seen });
  }

  async found({ settings, installed }: Server): Promise<void> {
    const { id: licenceServerId, name } = settings;
    if (installed === null || this.at(licenceServerId, installed.sha256) !== null) return;
    await this.#remember(licenceServerId, installed.sha256);
    const sequence = this.parts.store.licence?.file.sequence ?? null;
    await this.parts.note('licence-found-copied', 'service', { licenceServerId, name, sequence });
  }

  /** The service has installed it there itself after all. */
  async forget(licenceServerId: string): Promise<void> {
    const { [licenceServerId]: gone, ...copiedByHand } = this.parts.store.record.copiedByHand;
    if (gone !== undefined) await this.parts.store.note({ copiedByHand });
  }

  async #remember(licenceServerId: string, sha256: string) {
    const { store, clock } = this.parts;
    // Older licences say nothing any more.
    const current = Object.entries(store.record.copiedByHand).filter(([, copy]) => copy.sha256 === sha256);
    const copy = { sha256, at: timestampOf(clock.now()) };
    await store.note({ copiedByHand: { ...Object.fromEntries(current), [licenceServerId]: copy } });
  }
}
