import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { AssistanceDesk } from './desks/assistance-desk';
import { createAuthority } from './data/certificate';
import { DataFile } from './data/data-file';
import { EventFeed, type NewEvent } from './data/event-feed';
import { KeyRing } from './data/key-ring';
import { LicenceDesk, type Deviation, type LicenceChange } from './desks/licence-desk';
import type {
  AssistanceRequest,
  Customer,
  Installation,
  IssuedLicence,
  OfficeData,
  OfficeEvent,
} from './data/office-data';
import { Problem } from './problem';
import { Registry, type Organisation } from './data/registry';
import { ReleaseShelf } from './desks/release-desk';
import type { AssistanceAsk } from './schemas';

export type KnownSerialNumber = {
  serialNumber: string;
  customer: Customer;
  /** FLS host ids; `['ANY']` by default. */
  hostIds?: string[];
  /** Without a first licence the index answers `no-licence`. True by default. */
  hasLicence?: boolean;
};

export type OfficeOptions = {
  product: string;
  organisations: readonly Organisation[];
  serialNumbers: readonly KnownSerialNumber[];
  ownKeys: boolean;
  dataFile?: string;
  heartbeatSeconds: number;
  token?: string;
};

/** The rooms of the back office behind its HTTP doors. `changes` emits `changed` with the serial number concerned. */
export class Office {
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly events: EventFeed;
  readonly registry: Registry;
  readonly licences: LicenceDesk;
  readonly assistance: AssistanceDesk;
  readonly releases = new ReleaseShelf();
  isClosing = false;

  private constructor(
    readonly options: OfficeOptions,
    readonly data: OfficeData,
    readonly keys: KeyRing,
    private readonly file: DataFile | null,
  ) {
    this.events = new EventFeed(data.epoch);
    this.registry = new Registry(data, options.organisations, options.token);
    this.licences = new LicenceDesk(keys, options.product);
    this.assistance = new AssistanceDesk(data, this.events);
  }

  static async open(options: OfficeOptions): Promise<Office> {
    const file = options.dataFile === undefined ? null : new DataFile(options.dataFile);
    const kept = (await file?.load()) ?? null;
    const keys =
      kept === null
        ? await (options.ownKeys ? KeyRing.generate() : KeyRing.fromVectors())
        : KeyRing.from(kept.keys);
    const data: OfficeData = kept ?? {
      formatVersion: 1,
      epoch: randomUUID(),
      authority: await createAuthority(),
      keys: keys.data,
      serialNumbers: [],
      installations: [],
      assistance: [],
    };
    const office = new Office(options, data, keys, file);
    for (const known of options.serialNumbers) office.#addSerialNumber(known);
    await office.save();
    return office;
  }

  #addSerialNumber({
    serialNumber,
    customer,
    hostIds = ['ANY'],
    hasLicence = true,
  }: KnownSerialNumber): void {
    if (this.data.serialNumbers.some((entry) => entry.serialNumber === serialNumber)) return;
    const entry = { serialNumber, customer, hostIds, licences: [] };
    this.data.serialNumbers.push(entry);
    if (hasLicence) this.licences.issueFirst(entry);
  }

  issueLicence(serialNumber: string, change: LicenceChange, deviation?: Deviation): IssuedLicence {
    const issued = this.licences.issue(this.registry.serialNumber(serialNumber), change, deviation);
    const installation = this.registry.installation(serialNumber);
    if (installation !== undefined && !installation.removed) {
      const { licenceId, sequence } = issued;
      this.events.push(installation, { type: 'licence-available', licenceId, sequence });
    }
    this.changed(serialNumber);
    return issued;
  }

  sendEvent(serialNumber: string, event: NewEvent): OfficeEvent {
    const installation = this.registered(serialNumber);
    this.assistance.expect(installation, event);
    const sent = this.events.push(installation, event);
    this.changed(serialNumber);
    return sent;
  }

  requestAssistance(serialNumber: string, ask: AssistanceAsk, answerSeconds?: number): AssistanceRequest {
    const request = this.assistance.request(this.registered(serialNumber), ask, answerSeconds);
    this.changed(serialNumber);
    return request;
  }

  /** The technician takes back a request that waits, or ends its session. */
  closeAssistance(serialNumber: string, requestId: string, how: 'withdraw' | 'end'): void {
    this.assistance[how](this.registered(serialNumber), requestId);
    this.changed(serialNumber);
  }

  /** The token ends; the next call, and a poll that waits, answers 401 `token-invalid`. */
  endToken(serialNumber: string): void {
    this.#end(serialNumber, { tokenSha256: null });
  }

  /** The installation is taken off the books: 410 `installation-removed` from now on, until it registers again. */
  removeInstallation(serialNumber: string): void {
    this.#end(serialNumber, { tokenSha256: null, removed: true });
  }

  #end(serialNumber: string, changes: Partial<Installation>): void {
    const installation = Object.assign(this.registered(serialNumber), changes);
    this.events.wake(installation.installationId);
    this.changed(serialNumber);
  }

  /** @throws Problem 404 `installation-unknown`. */
  registered(serialNumber: string): Installation {
    this.registry.serialNumber(serialNumber);
    const installation = this.registry.installation(serialNumber);
    if (installation === undefined) throw new Problem(404, 'installation-unknown');
    return installation;
  }

  changed(serialNumber: string): void {
    this.changes.emit('changed', serialNumber);
    if (this.isClosing) return;
    this.save().catch((error: unknown) => {
      process.stderr.write(`The data file cannot be written: ${String(error)}\n`);
    });
  }

  /** Lets go of every waiting poll, so that the server can close; `save` is the last thing to call. */
  letGo(): void {
    this.isClosing = true;
    this.events.wakeAll();
    this.changes.removeAllListeners();
  }

  async save(): Promise<void> {
    this.data.keys = this.keys.data;
    await this.file?.save(this.data);
  }
}
