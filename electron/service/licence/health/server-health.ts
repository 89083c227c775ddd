import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import { portsOf } from '@shared/domain/settings/licence-server-ports';
import type { LicenceServing } from '@shared/domain/licence/licence-summary';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { FilePorts } from '@electron/service/licence/facts/installed-licence';
import type { IsPortOpen } from '@electron/service/licence/port-probe';

/** After an installation a licence server may need a moment; asked again after so many ms while it does not answer. */
const ASK_AGAIN = [5000, 20_000, 60_000];
/** Servers that are asked at the same time, so that a hundred of them do not use up the handles of the process. */
const AT_ONCE = 8;
const THIS_MACHINE = '127.0.0.1';

const NOT_ASKED: LicenceServing = { state: 'not-asked', host: null, port: null, vendorPort: null, at: null };

/** The part of a licence server that is asked about. */
export interface HealthCheckedServer {
  settings: Pick<LicenceServerSettings, 'id' | 'kind' | 'path' | 'host' | 'ports'>;
  /** As the installed file names them. */
  filePorts: FilePorts;
}

interface Dependencies {
  clock: Clock;
  isPortOpen: IsPortOpen;
  changed: () => void;
}

/** Where a licence server is to be found; null where nobody has said it. */
const hostOf = ({ kind, host, path }: HealthCheckedServer['settings']): string | null => {
  if (host !== '') return host;
  if (kind === 'local') return THIS_MACHINE;
  return /^\\\\([^\\]+)\\/.exec(path)?.[1] ?? null;
};

/** Whether something listens on the ports of licence servers. Serving nothing yet is no failure: it may still have to be started. */
export class ServerHealth {
  readonly #known = new Map<string, { settings: HealthCheckedServer['settings']; serving: LicenceServing }>();
  readonly #later = new Map<string, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #isStopped = false;

  constructor(private readonly dependencies: Dependencies) {}

  /** As asked last, with these settings. */
  of({ settings }: Pick<HealthCheckedServer, 'settings'>): LicenceServing {
    const known = this.#known.get(settings.id);
    return known?.settings === settings ? known.serving : NOT_ASKED;
  }

  async check(server: HealthCheckedServer): Promise<LicenceServing> {
    const host = hostOf(server.settings);
    if (host === null) return NOT_ASKED;
    const serving = await this.#enqueue(() => this.#probe(host, server));
    if (this.#isStopped) return serving;
    this.#known.set(server.settings.id, { settings: server.settings, serving });
    this.dependencies.changed();
    return serving;
  }

  /** Asks now and, while nobody answers, a few times more. */
  async afterInstall(server: HealthCheckedServer, again: readonly number[] = ASK_AGAIN): Promise<void> {
    clearTimeout(this.#later.get(server.settings.id));
    const { state } = await this.check(server);
    const [wait, ...rest] = again;
    if (state !== 'not-serving' || wait === undefined || this.#isStopped) return;
    const timer = setTimeout(() => void this.afterInstall(server, rest), wait).unref();
    this.#later.set(server.settings.id, timer);
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#later.values()) clearTimeout(timer);
  }

  async #probe(host: string, { settings, filePorts }: HealthCheckedServer): Promise<LicenceServing> {
    const { isPortOpen, clock } = this.dependencies;
    // The file comes first, as it is what the licence server itself goes by.
    const named = settings.ports !== '' || filePorts.server === null ? (portsOf(settings.ports) ?? []) : [];
    const ports = [...new Set([filePorts.server, ...named])].filter((port) => port !== null);
    const vendor = filePorts.vendor;
    const [open, vendorIsOpen] = await Promise.all([
      Promise.all(ports.map((port) => isPortOpen(host, port))),
      vendor === null ? false : isPortOpen(host, vendor),
    ]);
    const port = ports.find((_, at) => open[at] === true) ?? null;
    return {
      state: port === null ? 'not-serving' : 'listening',
      host,
      port,
      vendorPort: vendor === null ? null : { port: vendor, isOpen: vendorIsOpen },
      at: timestampOf(clock.now()),
    };
  }

  async #enqueue<T>(run: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    try {
      return await run();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
