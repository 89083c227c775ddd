import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { Notice } from '@shared/domain/status/status';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import type { RecordAudit } from '@electron/service/licence/record-audit';
import { runFixedCommand, type CommandEnd } from './run-fixed-command';

const LIMIT = 30_000;

interface Dependencies {
  clock: Clock;
  note: RecordAudit;
  log: JobLog;
  changed: () => void;
  run?: (argv: readonly string[], limit: number, stop: AbortSignal) => Promise<CommandEnd>;
}

type Server = { settings: LicenceServerSettings };

const noticeOf = (name: string, end: Exclude<CommandEnd, { outcome: 'done' }>, since: string): Notice => {
  if (end.outcome === 'failed') {
    return { code: 'reread-failed', params: { name, exitCode: end.exitCode }, since };
  }
  return {
    code: end.outcome === 'not-started' ? 'reread-not-started' : 'reread-timed-out',
    params: { name },
    since,
  };
};

/**
 * Has licence servers read their new file with the command that the operator has set. The licence is installed by then:
 * a command that fails is a notice, never a failed installation.
 */
export class LmrereadCommands {
  readonly #failed = new Map<string, { settings: LicenceServerSettings; notice: Notice }>();
  readonly #stopping = new AbortController();

  constructor(private readonly dependencies: Dependencies) {}

  /** Of the servers that are there; a server whose settings were changed starts anew. */
  notices(servers: readonly Server[]): Notice[] {
    return servers.flatMap(({ settings }) => {
      const failed = this.#failed.get(settings.id);
      return failed?.settings === settings ? [failed.notice] : [];
    });
  }

  /** Resolves when the command has ended; at once where there is none. */
  async run({ settings }: Server): Promise<void> {
    const { id, name, rereadCommand } = settings;
    if (rereadCommand.length === 0 || this.#isStopped()) return;
    const { run = runFixedCommand, clock, note, log, changed } = this.dependencies;
    const end = await run(rereadCommand, LIMIT, this.#stopping.signal);
    if (this.#isStopped()) return;
    const about = { licenceServerId: id, name };
    if (end.outcome === 'done') {
      this.#failed.delete(id);
      await note('reread-done', 'service', about);
    } else {
      log.warn({ ...about, ...end }, 'the re-read command has failed');
      this.#failed.set(id, { settings, notice: noticeOf(name, end, timestampOf(clock.now())) });
      await note('reread-failed', 'service', { ...about, ...end });
    }
    changed();
  }

  #isStopped() {
    return this.#stopping.signal.aborted;
  }

  stop(): void {
    this.#stopping.abort();
  }
}
