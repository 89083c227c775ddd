import { mkdir, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { LicenceReport } from '@shared/back-office/requests';
import { RefusedLicence } from '@shared/domain/licence/refused-licence';
import { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { Timestamp } from '@shared/domain/time/dates';
import { LicenceServerId } from '@shared/domain/settings/settings';
import { LicenceChanged } from '@shared/domain/status/status';
import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import { verifyLicence, type LicenceVerdict } from '@shared/domain/licence/format/verify-licence';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import {
  createStateWriter,
  putStateFile,
  readStateBytes,
  readStateFile,
  setAside,
} from '@electron/service/state/state-file';
import { stateReports } from '@electron/service/state/state-reports';
import type { LicenceContent } from '@electron/service/licence/install/licence-installer';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

const PACKAGE_CAP = 64 * 1024;
const PACKAGES_KEPT = 10;
const PACKAGE_NAME = /^(\d{1,16})-[0-9a-f]{8}\.jws$/;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Sequence = z.number().int().min(1);

const Held = z.strictObject({
  sequence: Sequence,
  licenceId: z.string().max(64),
  /** As `verifyLicence` gives it. */
  sha256: Sha256,
  /** As the index announced it; null for a package that a person brought. */
  announcedSha256: Sha256.nullable(),
});

/** `state/licence/installed.json`. */
const LicenceRecord = z.strictObject({
  held: Held.nullable().default(null),
  /** The licence before that one, for the announcement, and the hash of its file. */
  previous: LicenceSummary.nullable().default(null),
  previousSha256: Sha256.nullable().default(null),
  announcedSequence: Sequence.nullable().default(null),
  /** The changes made by the newest installed licence. */
  lastChange: LicenceChanged.nullable().default(null),
  refused: RefusedLicence.nullable().default(null),
  refusedAsImplausible: z
    .strictObject({ sequence: Sequence, keySetVersion: z.number().int().min(0) })
    .nullable()
    .default(null),
  lastSignedProof: Timestamp.nullable().default(null),
  /** By licence server: a file that a person put there, and over which file in force; until another one comes. */
  keptByHand: z.record(LicenceServerId, z.strictObject({ sha256: Sha256, over: Sha256 })).default({}),
  /** By licence server: the file that the operator says was copied there by hand, and when that was said. */
  copiedByHand: z.record(LicenceServerId, z.strictObject({ sha256: Sha256, at: Timestamp })).default({}),
  /** The last report to the back office about the licence in force. */
  reported: z.string().max(100).nullable().default(null),
  /** A refusal that the back office was not told of yet. */
  unsentRefusal: LicenceReport.nullable().default(null),
});
export type LicenceRecord = z.output<typeof LicenceRecord>;

/** A verified licence package with the file inside it. */
export interface CurrentLicence {
  claims: LicenceClaims;
  file: LicenceContent & { sequence: number };
}

const heldLicenceOf = (claims: LicenceClaims): CurrentLicence => {
  const bytes = new TextEncoder().encode(claims.file.content);
  return { claims, file: { bytes, sha256: sha256OfBytes(bytes), sequence: claims.sequence } };
};

type Verified = { claims: LicenceClaims; sha256: string };
type Trust = { keySet: KeySet; product: string };

/** Verdicts that a package which was whole when it came can only have because its file is not as it was written. */
const NOT_AS_WRITTEN = new Set<string>(['too-large', 'malformed', 'signature', 'not-json', 'schema']);

/**
 * Again from the bytes on disk: what the service holds is believed no more than what it receives. Its time was looked at
 * when it was accepted: no clock takes away what is held.
 */
const verifyOwn = (bytes: Uint8Array, trust: Trust): Promise<LicenceVerdict> =>
  verifyLicence(bytes, {
    ...trust,
    timeFloor: 0,
    keyTime: null,
    latestTime: null,
    serialNumber: null,
    hostId: null,
    installedSequence: 0,
  });

/** The licence in force and what is remembered about it; `packages/` has the signed packages as they came. */
export class LicenceStore {
  readonly #write: (value: LicenceRecord) => Promise<void>;
  #licence: CurrentLicence | null = null;
  #openedAt = 0;
  /** The claims of the packages still kept, by the hash of the file in each. */
  readonly #byFile = new Map<string, LicenceClaims>();
  #record: LicenceRecord = LicenceRecord.parse({});

  private constructor(
    private readonly packages: string,
    recordFile: string,
  ) {
    this.#write = createStateWriter(recordFile);
  }

  /** An unreadable record is kept aside and made anew from the newest package that verifies. */
  static async open(folder: string, trust: Trust, now: number): Promise<LicenceStore> {
    const file = path.join(folder, 'installed.json');
    const store = new LicenceStore(path.join(folder, 'packages'), file);
    store.#openedAt = now;
    await mkdir(store.packages, { recursive: true, mode: 0o700 });
    const read = await readStateFile(file, LicenceRecord, now);
    if (read.outcome === 'read') {
      store.#record = read.value;
      const { held } = read.value;
      const verified = held === null ? null : await store.#read(store.#nameOf(held), trust);
      if (verified !== null && verified.sha256 === held?.sha256)
        store.#licence = heldLicenceOf(verified.claims);
    } else await store.#rebuild(trust, read.outcome === 'broken');
    await store.#learnPackages(trust);
    await store.distrustRevoked(trust);
    return store;
  }

  get record(): Readonly<LicenceRecord> {
    return this.#record;
  }

  /** null = none came yet, or it cannot be read any more; `record.held` still says what the newest was. */
  get licence(): CurrentLicence | null {
    return this.#licence;
  }

  /** The package that this file came in, where it is still kept and still verifies. */
  packageOf(fileSha256: string): LicenceClaims | null {
    return this.#byFile.get(fileSha256) ?? null;
  }

  async note(change: Partial<LicenceRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#write(this.#record);
  }

  /** Puts a verified package in force: first the package, then the record that points to it. */
  async accept(
    bytes: Uint8Array,
    { claims, sha256 }: Verified,
    before: { previous: LicenceSummary | null; announcedSha256: string | null },
  ): Promise<CurrentLicence> {
    const held = {
      sequence: claims.sequence,
      licenceId: claims.licenceId,
      sha256,
      announcedSha256: before.announcedSha256,
    };
    const file = path.join(this.packages, this.#nameOf(held));
    await stateReports.writeOrKeep(file, () => putStateFile(file, bytes));
    const earlier = this.#licence?.file.sha256 ?? this.#record.previousSha256;
    await this.note({
      held,
      previous: before.previous,
      previousSha256: earlier,
      refused: null,
      refusedAsImplausible: null,
    });
    this.#licence = heldLicenceOf(claims);
    this.#byFile.set(this.#licence.file.sha256, claims);
    await this.#forgetOldPackages();
    return this.#licence;
  }

  /**
   * Other keys are in force. Where the newest package is by a key that was revoked, the newest good one is in force again,
   * and its sequence counts: a thief's number must not keep the vendor's next licence out. True when that was so.
   */
  async distrustRevoked(trust: Trust): Promise<boolean> {
    const { held } = this.#record;
    const verdict = held === null ? null : await this.#verdictOn(this.#nameOf(held), trust);
    if (verdict?.outcome !== 'key-revoked') return false;
    this.#licence = null;
    this.#byFile.clear();
    await this.note({ held: null, previous: null, previousSha256: null, refusedAsImplausible: null });
    await this.#rebuild(trust, true);
    await this.#learnPackages(trust);
    return true;
  }

  /** What is no use under any keys is kept aside; the newest package is fetched again with the next check. */
  async #verdictOn(name: string, trust: Trust): Promise<LicenceVerdict | null> {
    const file = path.join(this.packages, name);
    const read = await readStateBytes(file, PACKAGE_CAP);
    const verdict = read.found ? await verifyOwn(read.bytes, trust) : null;
    if (verdict === null || NOT_AS_WRITTEN.has(verdict.outcome)) await setAside(file, this.#openedAt);
    return verdict;
  }

  async #read(name: string, trust: Trust): Promise<Verified | null> {
    const verdict = await this.#verdictOn(name, trust);
    return verdict !== null && 'claims' in verdict ? verdict : null;
  }

  async #rebuild(trust: Trust, wasKnown: boolean) {
    for (const name of await this.#names()) {
      const verified = await this.#read(name, trust);
      if (verified === null) continue;
      const { sequence, licenceId } = verified.claims;
      const held = { sequence, licenceId, sha256: verified.sha256, announcedSha256: null };
      // With a record that broke it had been announced; with none yet, the service ended before it could be.
      await this.note({ held, announcedSequence: wasKnown ? sequence : null });
      this.#licence = heldLicenceOf(verified.claims);
      return;
    }
  }

  /** Of packages with the same file the newest counts. */
  async #learnPackages(trust: Trust) {
    for (const name of (await this.#names()).reverse()) {
      const verified = await this.#read(name, trust);
      if (verified !== null) this.#byFile.set(heldLicenceOf(verified.claims).file.sha256, verified.claims);
    }
  }

  async #forgetOldPackages() {
    const names = await this.#names();
    for (const name of names.slice(PACKAGES_KEPT)) {
      // What cannot be removed now is removed with the next package.
      await unlink(path.join(this.packages, name)).catch(() => undefined);
    }
  }

  /** Newest first. */
  async #names(): Promise<string[]> {
    const sequenceOf = (name: string) => Number(PACKAGE_NAME.exec(name)?.[1] ?? 0);
    const names = (await readdir(this.packages)).filter((name) => PACKAGE_NAME.test(name));
    return names.sort((a, b) => sequenceOf(b) - sequenceOf(a));
  }

  #nameOf({ sequence, sha256 }: { sequence: number; sha256: string }) {
    return `${sequence}-${sha256.slice(0, 8)}.jws`;
  }
}
