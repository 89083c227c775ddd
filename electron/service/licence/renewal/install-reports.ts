import type { LicenceReport } from '@shared/back-office/requests';
import type { LicenceSource } from '@electron/service/ports/licence-source';
import type { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import type { LicenceServer } from '@electron/service/licence/servers/licence-server';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

type Result = LicenceReport['results'][number];

const COALESCE = 300;

const resultOf = (server: LicenceServer): Result => {
  const { id: licenceServerId, name, state, reason } = server.status();
  const about = { licenceServerId, name };
  if (state === 'up-to-date' || state === 'copied-by-hand') {
    return { ...about, outcome: server.isCopiedManually ? 'saved-by-operator' : 'installed' };
  }
  if (state !== 'failing') return { ...about, outcome: 'waiting' };
  const outcome = server.wasRolledBack ? 'rolled-back' : 'failed';
  return reason === null ? { ...about, outcome } : { ...about, outcome, reason };
};

/** Tells the back office what became of a licence; what could not be sent is sent with the next occasion. */
export class InstallReports {
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: LicenceStore,
    private readonly servers: LicenceServers,
    private readonly source: Pick<LicenceSource, 'report'>,
    private readonly log: JobLog,
  ) {}

  /** Reports soon; attempts on several servers become one report. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.sendNow(), COALESCE);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** Keeps a refusal until it could be sent. */
  async refused(licence: { licenceId: string; sequence: number }, verdict: string): Promise<void> {
    await this.store.note({ unsentRefusal: { ...licence, verdict, results: [] } });
    await this.sendNow();
  }

  /** As `refused`, for a package that a person brought, who does not wait for the back office. */
  async refusedByHand(licence: { licenceId: string; sequence: number }, verdict: string): Promise<void> {
    await this.store.note({ unsentRefusal: { ...licence, verdict, results: [] } });
    this.soon();
  }

  /** Sends what the back office does not know yet. Never throws. */
  sendNow(): Promise<void> {
    this.#last = this.#last.then(async () => {
      try {
        await this.#sendRefusal();
        await this.#sendResults();
      } catch (error) {
        this.log.info({ error }, 'licence report is kept until it can be sent');
      }
    });
    return this.#last;
  }

  async #sendRefusal() {
    const report = this.store.record.unsentRefusal;
    if (report === null) return;
    await this.source.report(report);
    await this.store.note({ unsentRefusal: null });
  }

  async #sendResults() {
    const { held, reported } = this.store.record;
    const results = this.servers.all.map(resultOf);
    if (held === null || results.length === 0) return;
    const { licenceId, sequence } = held;
    const report: LicenceReport = { licenceId, sequence, verdict: 'accepted', results };
    const mark = `${sequence} ${sha256OfBytes(new TextEncoder().encode(JSON.stringify(results)))}`;
    if (mark === reported || this.servers.status().some(({ state }) => state === 'unknown')) return;
    await this.source.report(report);
    await this.store.note({ reported: mark });
  }
}
