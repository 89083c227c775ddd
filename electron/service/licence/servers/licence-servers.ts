import { AppError } from '@shared/errors/app-error';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import { classifyLicencePath, savedShareHosts, type PathStyle } from '@shared/domain/settings/licence-path';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { CurrentLicence } from '@electron/service/licence/store/licence-store';
import { withTimeout } from '@electron/service/licence/folder/with-timeout';
import { testFolder } from '@electron/service/licence/folder/folder-test';
import { LicenceServer, type LicenceServerDependencies, type ServerStatus } from './licence-server';

/** How long a caller waits for a folder that hangs, in ms; the work goes on behind it. */
const PATIENCE = 5000;

const isSame = (a: LicenceServerSettings, b: LicenceServerSettings) =>
  JSON.stringify(a) === JSON.stringify(b);

/** The licence servers of the settings, in their order; each works on its own and waits for no other. */
export class LicenceServers {
  #servers: LicenceServer[] = [];

  constructor(
    private readonly dependencies: LicenceServerDependencies,
    private readonly licence: () => CurrentLicence | null,
  ) {}

  get all(): readonly LicenceServer[] {
    return this.#servers;
  }

  /** Takes the servers of the settings; those that did not change go on undisturbed. Resolves after the first looks, or 5 s. */
  async apply(settings: readonly LicenceServerSettings[]): Promise<void> {
    this.dependencies.access.setServers(settings);
    const before = this.#servers;
    this.#servers = settings.map(
      (wanted) =>
        before.find((server) => isSame(server.settings, wanted)) ??
        new LicenceServer(wanted, this.dependencies),
    );
    const gone = before.filter((server) => !this.#servers.includes(server));
    const added = this.#servers.filter((server) => !before.includes(server));
    // A server with the same folder may come in place of one that is still at work there.
    await withTimeout(Promise.all(gone.map((server) => server.stop())), PATIENCE);
    this.dependencies.changed();
    await withTimeout(Promise.all(added.map((server) => server.start(this.licence()))), PATIENCE);
  }

  /** Resolves after each server's first attempt, or after 5 s when one hangs. */
  async install(licence: CurrentLicence): Promise<void> {
    await withTimeout(Promise.all(this.#servers.map((server) => server.install(licence))), PATIENCE);
  }

  async stop(): Promise<void> {
    await withTimeout(Promise.all(this.#servers.map((server) => server.stop())), PATIENCE);
    this.#servers = [];
  }

  /** A look at those that wait to be told of a change. */
  checkNow(): void {
    for (const server of this.#servers) server.checkNow();
  }

  /** The service's own disk takes files again: those that waited for it go on at once. */
  storageReturned(): void {
    for (const server of this.#servers) server.storageReturned();
  }

  /** Throws `licence-server-unknown`. */
  async tryAgain(id: string): Promise<void> {
    await withTimeout(this.get(id).tryAgain(), PATIENCE);
  }

  /** Throws `licence-server-unknown`. */
  test(id: string, account: string | null): Promise<FolderTest> {
    return this.get(id).test(account);
  }

  /** Throws what `classifyLicencePath` says, and `share-host-not-saved`. */
  async testBeforeSaving(
    { kind, path }: Pick<LicenceServerSettings, 'kind' | 'path'>,
    style: PathStyle,
    account: string | null,
  ): Promise<FolderTest> {
    const found = classifyLicencePath(kind, path, style);
    if (found.kind === 'refused') throw new AppError(found.code);
    const saved = savedShareHosts(this.#servers.map(({ settings }) => settings));
    if (found.kind === 'share' && !saved.has(found.host)) {
      throw new AppError('share-host-not-saved', { host: found.host });
    }
    return testFolder(() => this.dependencies.access.openUnsaved(kind, path), account);
  }

  status(): ServerStatus[] {
    return this.#servers.map((server) => server.status());
  }

  /** Something about the folder may have changed. */
  checkOne(id: string): void {
    this.#servers.find(({ settings }) => settings.id === id)?.checkSoon();
  }

  /** From the first server whose file has one. */
  serialNumber(): { value: string | null; readFrom: string | null } {
    const known = this.#servers.map(({ settings, installed }) => ({ name: settings.name, installed }));
    const first = known.find(({ installed }) => (installed?.serialNumber ?? null) !== null);
    return { value: first?.installed?.serialNumber ?? null, readFrom: first?.name ?? null };
  }

  /** The different host ids, null among them where one is not known; only null without servers. */
  hostIds(): (string | null)[] {
    const ids = new Set(this.#servers.map(({ hostId }) => hostId));
    return ids.size === 0 ? [null] : [...ids];
  }

  /** Whether the file with this hash lies on at least one server, as seen or by the operator's word. */
  isInstalled(sha256: string): boolean {
    return this.#servers.some(
      ({ settings, installed }) =>
        installed?.sha256 === sha256 || this.dependencies.copiedAt(settings.id, sha256) !== null,
    );
  }

  /** Throws `licence-server-unknown`. */
  get(id: string): LicenceServer {
    const server = this.#servers.find(({ settings }) => settings.id === id);
    if (server === undefined) throw new AppError('licence-server-unknown', { id });
    return server;
  }
}
