import { randomBytes } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import { licenceFileName } from '@shared/domain/licence/format/licence-file-name';
import type { LicenceRequest } from '@shared/domain/licence/manual/licence-request';
import type {
  LicenceFile,
  LicenceHistory,
  LicencePlacement,
  SavedLicenceFile,
} from '@shared/domain/licence/manual/manual-licence';
import type { LicenceBackups } from '@electron/service/licence/install/licence-backups';
import { checkManualLicence } from './check-manual-licence';
import { currentSerialNumber } from '@electron/service/licence/servers/current-summary';
import type { InstallResult } from '@electron/service/licence/install/licence-installer';
import { historyOf } from './licence-history';
import type { LicenceServer } from '@electron/service/licence/servers/licence-server';
import type { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';
import type { RecordAudit } from '@electron/service/licence/record-audit';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';
import type { TimeFloorStore } from '@electron/service/licence/store/time-floor-store';

interface Parts {
  store: LicenceStore;
  servers: LicenceServers;
  backups: LicenceBackups;
  floor: TimeFloorStore;
  note: RecordAudit;
  /** Called when another file lies on a licence server than before. */
  installed: (server: LicenceServer) => void;
  clock: Clock;
  product: string;
  organisationId: () => string | null;
  randomBytes?: ((count: number) => Uint8Array) | undefined;
}

/** A licence file, and whether the person accepts that it grants less. */
type Brought = { bytes: Uint8Array; acceptsLess: boolean };
type RestoreOrder = { licenceServerId: string; backup: string; reason: string; acceptsLess: boolean };
type PlacementKind = 'licence-restored' | 'licence-file-imported';
type Detail = Record<string, string | number | null>;

/** How long a caller waits for a folder, in ms; the link itself gives up after 10 s. */
const PATIENCE = 8000;
const NONCE_BYTES = 16;
const FILE_NAME = 'prismadirect.lic';

const about = ({ settings }: LicenceServer) => ({ licenceServerId: settings.id, name: settings.name });

const placementOf = (result: InstallResult): LicencePlacement => {
  if ('reason' in result) return { outcome: result.reason, line: null, word: null };
  return { outcome: result.outcome === 'unchanged' ? 'unchanged' : 'ok', line: null, word: null };
};

/** Manual work with licence files: none of it needs a network, and each act is recorded. */
export class ManualLicences {
  constructor(private readonly parts: Parts) {}

  /** Throws `licence-server-unknown` and `licence-package-missing`. */
  readFile(licenceServerId: string | null): LicenceFile {
    const { licence } = this.parts.store;
    const server = licenceServerId === null ? null : this.parts.servers.get(licenceServerId);
    if (licence === null) throw new AppError('licence-package-missing');
    const { sequence, licenceId, file } = licence.claims;
    const wanted = server?.settings.fileName ?? this.parts.servers.all[0]?.settings.fileName ?? FILE_NAME;
    return { fileName: licenceFileName(wanted, licenceId), content: file.content, sequence };
  }

  /** Throws `licence-server-unknown`. */
  async fileSaved({ licenceServerId, sequence, savedAs }: SavedLicenceFile): Promise<void> {
    const server = licenceServerId === null ? null : this.parts.servers.get(licenceServerId);
    const detail = { ...(server === null ? {} : about(server)), sequence, savedAs };
    await this.parts.note('licence-file-saved', 'operator', detail);
  }

  /** Throws `licence-server-unknown`. */
  async history(licenceServerId: string): Promise<LicenceHistory> {
    const server = this.parts.servers.get(licenceServerId);
    const now = this.parts.clock.now();
    return { kept: await historyOf(server, { ...this.parts, now }) };
  }

  /** Throws `licence-server-unknown`, `licence-path-required`, `backup-missing` and `backup-unusable`. */
  async restore({ licenceServerId, backup, reason, acceptsLess }: RestoreOrder): Promise<LicencePlacement> {
    const server = this.#withFolder(licenceServerId);
    const file = await this.parts.backups.find(licenceServerId, backup);
    const sequence = this.parts.store.packageOf(file.sha256)?.sequence ?? null;
    const fingerprint = file.sha256.slice(0, 16);
    const detail = { ...about(server), sequence, fingerprint, why: reason };
    return this.#patiently(
      this.#place(server, { bytes: file.bytes, acceptsLess }, 'licence-restored', detail),
    );
  }

  /** Throws `licence-server-unknown` and `licence-path-required`. */
  async installFile(licenceServerId: string, file: Brought): Promise<LicencePlacement> {
    const server = this.#withFolder(licenceServerId);
    const fingerprint = sha256OfBytes(file.bytes).slice(0, 16);
    const detail = { ...about(server), fingerprint };
    return this.#patiently(this.#place(server, file, 'licence-file-imported', detail));
  }

  /** Throws `serial-number-missing`. */
  async request(): Promise<LicenceRequest> {
    const {
      store,
      servers,
      clock,
      note,
      product,
      organisationId,
      randomBytes: random = randomBytes,
    } = this.parts;
    const serialNumber = currentSerialNumber(store, servers).value;
    if (serialNumber === null) throw new AppError('serial-number-missing');
    const held = store.record.held;
    const hostIds = servers.hostIds().flatMap((hostId) => (hostId === null ? [] : [hostId.slice(0, 64)]));
    const nonce = Buffer.from(random(NONCE_BYTES)).toString('base64url');
    const sequence = held?.sequence ?? 0;
    await note('licence-request-made', 'operator', { sequence, nonce });
    return {
      document: 'licence-request',
      formatVersion: 1,
      product,
      serialNumber,
      sequence,
      packageSha256: held?.sha256 ?? null,
      hostIds,
      serviceOrganisationId: organisationId(),
      nonce,
      createdAt: timestampOf(clock.now()),
    };
  }

  #withFolder(licenceServerId: string): LicenceServer {
    const server = this.parts.servers.get(licenceServerId);
    if (server.settings.path === '') throw new AppError('licence-path-required');
    return server;
  }

  /** A folder that hangs is answered for in time; what becomes of it is on record when it is known. */
  async #patiently(placing: Promise<LicencePlacement>): Promise<LicencePlacement> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<LicencePlacement>((resolve) => {
      timer = setTimeout(() => resolve({ outcome: 'timed-out', line: null, word: null }), PATIENCE);
    });
    return Promise.race([placing, late]).finally(() => clearTimeout(timer));
  }

  async #place(server: LicenceServer, file: Brought, kind: PlacementKind, detail: Detail) {
    const placement = this.#refusalOf(server, file) ?? (await this.#put(server, file.bytes));
    // It was only asked whether it may be done.
    if (placement.outcome === 'flexnet-grants-less') return placement;
    await this.#record(kind, placement, detail);
    return placement;
  }

  #refusalOf(server: LicenceServer, { bytes, acceptsLess }: Brought): LicencePlacement | null {
    const { store, servers, floor } = this.parts;
    return checkManualLicence(bytes, {
      serialNumber: currentSerialNumber(store, servers).value,
      hostId: server.hostId,
      installed: server.installed,
      acceptsLess,
      timeFloor: floor.signedFloor(),
    });
  }

  async #put(server: LicenceServer, bytes: Uint8Array): Promise<LicencePlacement> {
    const sha256 = sha256OfBytes(bytes);
    const sequence = this.parts.store.packageOf(sha256)?.sequence ?? null;
    const result = await server.place({ bytes, sha256, sequence });
    if (result.outcome === 'installed') this.parts.installed(server);
    return placementOf(result);
  }

  #record(kind: PlacementKind, { outcome, line, word }: LicencePlacement, detail: Detail) {
    if (outcome === 'ok' || outcome === 'unchanged') return this.parts.note(kind, 'operator', detail);
    const where = line === null ? {} : { line, word };
    return this.parts.note('licence-refused', 'operator', { code: outcome, ...where, ...detail });
  }
}
