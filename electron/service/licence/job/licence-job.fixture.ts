import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { LicenceReport } from '@shared/back-office/requests';
import type { ActivityKind } from '@shared/domain/activity/activity';
import { LicenceServerSettings } from '@shared/domain/settings/settings';
import type { LicenceStatus } from '@electron/service/licence/licence-job-dependencies';
import {
  flexnetText,
  licenceIndex,
  licencePackage,
  testVendor,
  TEST_NOW,
  type TestClaims,
} from '@electron/service/licence/licence-packages.fixture';
import { InProcessWorkers } from '@electron/service/licence/folder/worker/in-process-worker.fixture';
import { createLicenceJob, type LicenceJob } from './licence-job';

export const FILE = 'prismadirect.lic';

/** A back office that gives out the package put on its shelf, and can be told to lie. */
export class FakeLicenceSource {
  claims: TestClaims | null = null;
  bytes = new Uint8Array();
  indexChanges: Record<string, unknown> = {};
  keySetBytes: Uint8Array | null = null;
  isAway = false;
  packageCalls = 0;
  readonly nonces: string[] = [];
  readonly reports: LicenceReport[] = [];

  put(claims: TestClaims, keyName = 'licence-1') {
    this.claims = claims;
    this.bytes = new Uint8Array(licencePackage(claims, keyName));
  }

  async licenceIndex(nonce: string) {
    await this.#answer();
    this.nonces.push(nonce);
    if (this.claims === null) throw new AppError('no-licence');
    return licenceIndex(nonce, this.claims, this.bytes, this.indexChanges);
  }

  async licencePackage(id: string) {
    await this.#answer();
    this.packageCalls += 1;
    if (id !== this.claims?.licenceId) throw new AppError('back-office-error');
    return this.bytes;
  }

  async keySet() {
    await this.#answer();
    if (this.keySetBytes === null) throw new AppError('back-office-error');
    return this.keySetBytes;
  }

  async report(report: LicenceReport) {
    await this.#answer();
    this.reports.push(report);
  }

  #answer() {
    return this.isAway ? Promise.reject(new AppError('back-office-unreachable')) : Promise.resolve();
  }
}

/** The licence job on folders of its own, with everything around it under the test's hand. */
export class LicenceJobTestEnvironment {
  readonly home = mkdtempSync(path.join(tmpdir(), 'licence-job-'));
  readonly shelf = new FakeLicenceSource();
  /** Folders at these paths never answer. */
  readonly hanging = new Set<string>();
  readonly workers = new InProcessWorkers((folder) => this.hanging.has(folder));
  warningPatience = 0;
  pathStyle: 'posix' | 'windows' = 'posix';
  now = TEST_NOW;
  audited: { kind: ActivityKind; detail: Record<string, unknown> }[] = [];
  status: LicenceStatus | null = null;
  readonly #jobs: LicenceJob[] = [];

  constructor() {
    mkdirSync(path.join(this.home, 'state'));
  }

  folderOf(name: string) {
    return path.join(this.home, name);
  }

  live(name: string) {
    return readFileSync(path.join(this.folderOf(name), FILE), 'utf8');
  }

  server(name: string) {
    return LicenceServerSettings.parse({ id: `id-${name}`, name, kind: 'local', path: this.folderOf(name) });
  }

  withFile(name: string, text = flexnetText(5)) {
    mkdirSync(this.folderOf(name), { recursive: true });
    writeFileSync(path.join(this.folderOf(name), FILE), text);
  }

  kinds() {
    return this.audited.map(({ kind }) => kind);
  }

  stateOf(name: string) {
    return this.status?.licenceServers.find((one) => one.name === name);
  }

  async start(...names: string[]): Promise<LicenceJob> {
    const silent = () => undefined;
    const job = createLicenceJob({
      stateFolder: path.join(this.home, 'state'),
      vendor: testVendor,
      source: this.shelf,
      clock: { now: () => this.now },
      audit: {
        append: (kind, _actor, detail = {}) => {
          this.audited.push({ kind, detail });
          return Promise.resolve();
        },
      },
      log: { info: silent, warn: silent, error: silent },
      account: () => 'print-ors',
      organisationId: () => 'SO-2001',
      publish: (next) => {
        this.status = next;
      },
      warningPatience: this.warningPatience,
      random: () => 0.5,
      pathStyle: this.pathStyle,
      startWorker: this.workers.start,
      isOnNetwork: () => Promise.resolve(false),
      ownFolders: [path.join(this.home, 'state')],
    });
    this.#jobs.push(job);
    await job.start([]);
    await job.apply(names.map((name) => this.server(name)));
    return job;
  }

  async restart(job: LicenceJob, ...names: string[]): Promise<LicenceJob> {
    await job.stop();
    return this.start(...names);
  }

  async end() {
    await Promise.all(this.#jobs.map((job) => job.stop()));
    rmSync(this.home, { recursive: true, force: true });
  }
}
