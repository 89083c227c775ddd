import type { LicenceFlaw, LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { timestampOf } from '@shared/domain/time/dates';
import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { flawOf, namesHost } from '@shared/domain/licence/licence-flaw';
import { isAnyHost } from '@shared/domain/licence/flexnet/lines/host-id';
import { licensedPools } from '@shared/domain/licence/licensed-pools';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { FlexnetFile } from '@shared/domain/licence/flexnet/rules/flexnet-file';
import type { PlainFile } from '@electron/service/licence/folder/plain-file';

export type InstalledLicence = NonNullable<LicenceServerStatus['installed']>;

const MAX_HOST_IDS = 20;

/** The ports that a file fixes; null = any. */
export type FilePorts = { server: number | null; vendor: number | null };

/** A FlexNet file as it lies in a licence folder: read once, then asked for what it is worth at a moment. */
export class InstalledFile {
  #known: { at: number; until: number | null; licence: InstalledLicence; flaw: LicenceFlaw | null } | null =
    null;

  private constructor(
    private readonly file: Pick<PlainFile, 'sha256' | 'modifiedAt'>,
    private readonly licence: FlexnetFile,
  ) {}

  /** null where it is no licence file at all. What was read of the same content before is not read again. */
  static read(file: PlainFile, before: InstalledFile | null = null): InstalledFile | null {
    if (before?.file.sha256 === file.sha256) {
      return new InstalledFile({ sha256: file.sha256, modifiedAt: file.modifiedAt }, before.licence);
    }
    const read = readLicence(file.bytes);
    if (!read.ok || read.file.problems[0]?.code === 'flexnet-no-features') return null;
    return new InstalledFile({ sha256: file.sha256, modifiedAt: file.modifiedAt }, read.file);
  }

  /** At a moment in ms. */
  at(moment: number): InstalledLicence {
    return this.#at(moment).licence;
  }

  /** Why no licence server can use it at a moment in ms; null = one can. */
  flawAt(moment: number): LicenceFlaw | null {
    return this.#at(moment).flaw;
  }

  /** Of the file itself, whatever the day. */
  get hasProblem(): boolean {
    return this.licence.problems.length > 0;
  }

  isFor(hostId: string): boolean {
    return namesHost(this.licence, hostId);
  }

  get ports(): FilePorts {
    const { servers, vendors } = this.licence;
    return { server: servers[0]?.port ?? null, vendor: vendors[0]?.port ?? null };
  }

  /** The host id that the file is bound to; null where it names none in particular. */
  get boundHostId(): string | null {
    const [server] = this.licence.servers;
    return server === undefined || server.hostIds.some(isAnyHost) ? null : server.hostId;
  }

  #at(moment: number) {
    const known = this.#known;
    // The same answer holds until a licence begins or ends.
    if (known && moment >= known.at && (known.until === null || moment < known.until)) return known;
    const at = inForceAt(this.licence, moment);
    const serialNumbers = at.serialNumbers.slice(0, 20).map((serial) => serial.slice(0, 64));
    const hostIds = new Set(this.licence.servers.map(({ hostId }) => hostId.slice(0, 64)));
    const licence: InstalledLicence = {
      serialNumber: serialNumbers[0] ?? null,
      serialNumbers,
      expiresOn: at.expiresOn,
      ...licensedPools(at),
      hostIds: [...hostIds].slice(0, MAX_HOST_IDS),
      sha256: this.file.sha256,
      modifiedAt: timestampOf(this.file.modifiedAt),
      fromPackage: null,
    };
    this.#known = { at: moment, until: at.changesAt, licence, flaw: flawOf(this.licence, at) };
    return this.#known;
  }
}
