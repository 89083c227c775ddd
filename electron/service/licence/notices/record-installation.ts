import type { Clock } from '@shared/domain/time/clock';
import { differenceOf } from '@shared/domain/licence/licence-difference';
import { timestampOf } from '@shared/domain/time/dates';
import type { Announcements } from './announcements';
import type { InstallIntent } from '@electron/service/licence/install/install-journal';
import type { InstallResult } from '@electron/service/licence/install/licence-installer';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import {
  comparedLicenceOf,
  comparedTo,
  summaryOfClaims,
} from '@electron/service/licence/facts/licence-summaries';
import type { LicenceServer } from '@electron/service/licence/servers/licence-server';
import type { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';
import type { RecordAudit } from '@electron/service/licence/record-audit';
import type { Recovered } from '@electron/service/licence/install/install-recovery';

interface Parts {
  store: LicenceStore;
  announcements: Announcements;
  clock: Clock;
  note: RecordAudit;
  changed: () => void;
  log: JobLog;
}

/** Records and announces that a licence reached a licence server, or did not. */
export class InstallationRecorder {
  readonly #lastFailure = new Map<string, string>();
  #announcing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  async attempted({ settings, wasReplaced }: LicenceServer, result: InstallResult): Promise<void> {
    const { note, log } = this.parts;
    const about = { licenceServerId: settings.id, name: settings.name };
    const sequence = this.parts.store.record.held?.sequence ?? null;
    if ('reason' in result) {
      log.warn({ ...about, reason: result.reason, error: result.cause }, 'licence could not be installed');
      // Hourly retries of one failure are one record.
      if (this.#lastFailure.get(settings.id) === `${sequence} ${result.reason}`) return;
      this.#lastFailure.set(settings.id, `${sequence} ${result.reason}`);
      const kind = result.outcome === 'rolled-back' ? 'licence-rolled-back' : 'licence-install-failed';
      await note(kind, 'service', { ...about, sequence, reason: result.reason });
      return;
    }
    this.#lastFailure.delete(settings.id);
    if (result.outcome === 'installed') {
      const replaced = result.replaced?.slice(0, 16) ?? null;
      const isForeign = result.replaced !== null && (wasReplaced || this.#isForeign(result.replaced));
      await note('licence-installed', 'service', {
        ...about,
        sequence,
        replaced,
        replacedUnknownFile: isForeign,
      });
    }
    await this.announce();
  }

  async recovered(intent: InstallIntent, recovered: Recovered): Promise<void> {
    const { serverId: licenceServerId, sequence } = intent;
    if (recovered.outcome === 'unreachable') return;
    const { outcome } = recovered;
    await this.parts.note('licence-recovered', 'service', { licenceServerId, sequence, outcome });
  }

  /** After a crash between installing and announcing. */
  async announceIfInstalled(servers: LicenceServers): Promise<void> {
    const { licence } = this.parts.store;
    if (licence !== null && servers.isInstalled(licence.file.sha256)) await this.announce();
  }

  /** Once per licence, as soon as it lies on one licence server. */
  announce(): Promise<void> {
    this.#announcing = this.#announcing.then(async () => {
      try {
        await this.#announce();
      } catch (error) {
        this.parts.log.error({ error }, 'the new licence could not be announced');
      }
    });
    return this.#announcing;
  }

  async #announce() {
    const { store, announcements, clock, note, changed } = this.parts;
    const { licence, record } = store;
    if (licence === null || record.announcedSequence === licence.file.sequence) return;
    const after = comparedLicenceOf(summaryOfClaims(licence.claims));
    const before = record.previous === null ? null : comparedTo(after, record.previous);
    const difference = differenceOf(before, after, licence.claims.reason);
    const { sequence } = licence.file;
    const now = clock.now();
    await announcements.add({ kind: 'licence-installed', sequence, difference }, now);
    await store.note({
      announcedSequence: sequence,
      lastChange: { at: timestampOf(now), sequence, difference },
    });
    await note('licence-changed', 'service', { sequence, difference });
    changed();
  }

  /** With no earlier package, the file in place is the one the product came with. */
  #isForeign(replaced: string): boolean {
    const { previousSha256 } = this.parts.store.record;
    return previousSha256 !== null && replaced !== previousSha256;
  }
}
