import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import { rereadCommandFor, type RereadCommands } from '@shared/domain/settings/reread-command';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { Notice } from '@shared/domain/status/status';
import {
  createAdministratorsProgramCheck,
  type CheckAdministratorsProgram,
} from '@electron/platform/administrators-program';
import type { JobLog } from '@electron/service/licence/licence-job-dependencies';
import type { RecordAudit } from '@electron/service/licence/record-audit';
import { runFixedCommand, type CommandEnd } from './run-fixed-command';

const LIMIT_MS = 30_000;

interface Dependencies {
  clock: Clock;
  note: RecordAudit;
  log: JobLog;
  changed: () => void;
  checkProgram?: CheckAdministratorsProgram;
  run?: (argv: readonly string[], limit: number, stop: AbortSignal) => Promise<CommandEnd>;
}

type Server = { settings: LicenceServerSettings };

/** `unsafe`: somebody else than an administrator could have put the program there. */
type RereadEnd = CommandEnd | { outcome: 'unsafe'; file: string };

const noticeOf = (name: string, end: Exclude<RereadEnd, { outcome: 'done' }>, since: string): Notice => {
  if (end.outcome === 'unsafe') {
    return { code: 'reread-program-unsafe', params: { name, file: end.file }, since };
  }
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
 * Has licence servers read their new file with the command that the policy gives. The licence is installed by then: a
 * command that fails is a notice, never a failed installation.
 */
export class LmrereadCommands {
  readonly #failed = new Map<string, { settings: LicenceServerSettings; notice: Notice }>();
  readonly #stopping = new AbortController();
  #commands: RereadCommands = {};

  constructor(private readonly dependencies: Dependencies) {}

  /** Of the servers that are there; a server whose settings were changed starts anew. */
  notices(servers: readonly Server[]): Notice[] {
    return servers.flatMap(({ settings }) => {
      const failed = this.#failed.get(settings.id);
      return failed?.settings === settings ? [failed.notice] : [];
    });
  }

  /** The commands of the policy in force, by the name of the licence server; what failed before is forgotten. */
  setCommands(commands: RereadCommands): void {
    if (JSON.stringify(commands) === JSON.stringify(this.#commands)) return;
    this.#commands = commands;
    this.#failed.clear();
  }

  /** Resolves when the command has ended; at once where there is none. */
  async run({ settings }: Server): Promise<void> {
    const { id, name } = settings;
    const command = rereadCommandFor(this.#commands, name);
    if (command === null || this.#isStopped()) return;
    const { clock, note, log, changed } = this.dependencies;
    const end = await this.#runTrusted(command);
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

  /** What is run is the file that was looked at, wherever the path leads by then. */
  async #runTrusted([program = '', ...words]: readonly string[]): Promise<RereadEnd> {
    const { run = runFixedCommand, checkProgram = createAdministratorsProgramCheck() } = this.dependencies;
    const finding = await checkProgram(program);
    if (finding.is === 'missing') return { outcome: 'not-started' };
    if (finding.is === 'unsafe') return { outcome: 'unsafe', file: finding.file };
    return run([finding.file, ...words], LIMIT_MS, this.#stopping.signal);
  }

  #isStopped() {
    return this.#stopping.signal.aborted;
  }

  stop(): void {
    this.#stopping.abort();
  }
}
