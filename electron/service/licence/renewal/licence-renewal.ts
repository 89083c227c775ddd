import { randomBytes } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { PackageRefusal } from '@shared/errors/error-catalogue';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import type { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { isDayOver, timestampOf } from '@shared/domain/time/dates';
import type { LicenceIndex } from '@shared/domain/licence/format/licence-claims';
import { matchesIndex, verifyLicenceIndex } from '@shared/domain/licence/format/verify-index';
import {
  verifyLicence,
  type LicenceContext,
  type LicenceVerdict,
} from '@shared/domain/licence/format/verify-licence';
import type { LicenceJobDependencies } from '@electron/service/licence/licence-job-dependencies';
import type { KeySetStore } from '@electron/service/licence/store/key-set-store';
import type { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import type { CurrentLicence, LicenceStore } from '@electron/service/licence/store/licence-store';
import { currentSerialNumber, currentSummary } from '@electron/service/licence/servers/current-summary';
import type { RecordAudit } from '@electron/service/licence/record-audit';
import { checkPackagedFile, type FileRefusal } from './check-packaged-file';
import type { InstallReports } from './install-reports';
import type { TimeFloorStore } from '@electron/service/licence/store/time-floor-store';

/** How a check ended; a back office that cannot be asked is an `AppError` instead. */
export type CheckOutcome = 'unchanged' | 'accepted' | 'refused' | 'no-licence';

export interface RenewalParts {
  store: LicenceStore;
  keySets: KeySetStore;
  floor: TimeFloorStore;
  servers: LicenceServers;
  reporter: InstallReports;
  note: RecordAudit;
  /** Called when something in the status may have changed. */
  changed: () => void;
}

type Dependencies = Pick<LicenceJobDependencies, 'vendor' | 'source' | 'clock' | 'log' | 'randomBytes'>;
type Accepted = Extract<LicenceVerdict, { claims: unknown }>;
type KeySetOutcome = Awaited<ReturnType<KeySetStore['accept']>>;
type Offer = Pick<LicenceIndex, 'licenceId' | 'sequence'>;
/** Of a package, and of the file inside it; `offer` is the package whose file was refused. */
type Verdict = LicenceVerdict | (FileRefusal & { offer: Offer });
type Refusal = Exclude<Verdict, Accepted>;

const NONCE_BYTES = 16;
/** A key set newer than ours may change these verdicts. */
const ASK_FOR_KEYS = new Set<string>([
  'unknown-key',
  'key-revoked',
  'implausible',
  'stale',
  'replayed',
  'conflicting',
]);

type Where = Pick<FileRefusal, 'line' | 'word'>;
const NOWHERE: Where = { line: null, word: null };

const whereOf = (refusal: Refusal): Where =>
  'offer' in refusal ? { line: refusal.line, word: refusal.word } : NOWHERE;

/** A package that is good may hold a file that is not. */
const withFile = (verdict: LicenceVerdict, ground: Parameters<typeof checkPackagedFile>[1]): Verdict => {
  if (!('claims' in verdict)) return verdict;
  const { claims } = verdict;
  const refusal = checkPackagedFile(claims, ground);
  const { licenceId, sequence } = claims;
  return refusal === null ? verdict : { ...refusal, offer: { licenceId, sequence } };
};

/** Fetches, checks and puts in force what the back office says is the newest licence; nothing unverified passes. */
export class LicenceRenewal {
  #running: Promise<CheckOutcome> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #noLicenceSince: string | null = null;
  /** A key set may have been lost or put back while the service was stopped: the newest is fetched once a run. */
  #hasAskedForKeys = false;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly parts: RenewalParts,
  ) {}

  /** Since when the back office says that it has no licence for us; null = it has one, or has not been asked. */
  get noLicenceSince(): string | null {
    return this.#noLicenceSince;
  }

  /** One check at a time; who asks while one waits to begin gets that one's answer. Throws the source's `AppError`. */
  check(): Promise<CheckOutcome> {
    this.#running ??= this.#inTurn(() => {
      this.#running = null;
      return this.#check();
    });
    return this.#running;
  }

  /** A package that a person brought: the same checks, without an index. */
  installPackage(bytes: Uint8Array): Promise<LicenceImport> {
    return this.#inTurn(async () => {
      const verdict = await this.#verify(bytes);
      if (!('claims' in verdict)) return this.#refuseBrought(verdict);
      const { outcome, claims } = verdict;
      const { sequence } = claims;
      await this.parts.note('licence-imported', 'operator', { sequence, outcome });
      await this.#install(bytes, verdict, null);
      return { outcome, sequence };
    });
  }

  async #refuseBrought(refusal: Refusal): Promise<LicenceImport> {
    const { outcome } = refusal;
    const { note, reporter } = this.parts;
    const where = whereOf(refusal);
    await note('licence-refused', 'operator', { code: outcome, ...(where.line === null ? {} : where) });
    // A file that its publisher has signed and no licence server can use is for the publisher to mend.
    if (!('offer' in refusal)) return { outcome, sequence: null };
    await reporter.refusedByHand(refusal.offer, outcome);
    return { outcome, sequence: null, ...where };
  }

  /** A key set that a person brought, for an installation that cannot ask for one, or not any more. */
  installKeySet(bytes: Uint8Array): Promise<LicenceImport> {
    return this.#inTurn(async () => {
      const outcome = await this.#acceptKeys(bytes, 'operator');
      if (outcome === 'ok') return { outcome: 'keys-renewed', sequence: null };
      return { outcome: outcome === 'unchanged' ? 'keys-unchanged' : outcome, sequence: null };
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #check(): Promise<CheckOutcome> {
    await this.parts.reporter.sendNow();
    const { keySets, floor } = this.parts;
    const isFirst = !this.#hasAskedForKeys;
    if (isFirst || keySets.isBehind || isDayOver(keySets.current.expiresOn, floor.signedFloor())) {
      await this.renewKeys();
      this.#hasAskedForKeys = true;
    }
    const index = await this.#fetchIndex();
    if (typeof index === 'string') return index;
    await this.#verifiedOrRefused(index);
    const { record, licence } = this.parts.store;
    const { held } = record;
    const isHeld = index.sequence === held?.sequence;
    if (isHeld && [held.sha256, held.announcedSha256].includes(index.sha256) && licence !== null) {
      await this.#confirmCurrent(index.sha256);
      return 'unchanged';
    }
    const isOlder = () => index.sequence < (this.parts.store.record.held?.sequence ?? 0);
    // Newer keys may take away the licence that is in force, and with it the sequence to be kept to.
    if (isOlder()) await this.renewKeys();
    return isOlder() ? this.#refuse('replayed', index) : this.#fetchPackage(index);
  }

  async #fetchIndex(): Promise<LicenceIndex | CheckOutcome> {
    const nonce = this.#nonce();
    let bytes: Uint8Array;
    try {
      bytes = await this.dependencies.source.licenceIndex(nonce);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'no-licence') throw error;
      this.#noLicenceSince ??= timestampOf(this.dependencies.clock.now());
      this.parts.changed();
      return 'no-licence';
    }
    this.#noLicenceSince = null;
    const verdict = await this.#withFreshKeys(() => {
      const serialNumber = this.#serialNumber();
      return verifyLicenceIndex(bytes, { ...this.#trust(), nonce, serialNumber });
    });
    return 'claims' in verdict ? verdict.claims : this.#refuse(verdict.outcome, null);
  }

  async #fetchPackage(index: LicenceIndex): Promise<CheckOutcome> {
    const bytes = await this.dependencies.source.licencePackage(index.licenceId);
    if (!(await matchesIndex(bytes, index))) return this.#refuse('index-mismatch', index);
    const verdict = await this.#verify(bytes, index);
    if (!('claims' in verdict)) return this.#refuse(verdict.outcome, index, whereOf(verdict));
    const { licenceId, sequence } = verdict.claims;
    if (licenceId !== index.licenceId || sequence !== index.sequence) {
      return this.#refuse('index-mismatch', index);
    }
    await this.#install(bytes, verdict, index.sha256);
    return 'accepted';
  }

  #verify(bytes: Uint8Array, offer: Offer | null = null): Promise<Verdict> {
    return this.#withFreshKeys(async () => {
      const verdict = await this.#verifyForAnyHost(bytes);
      if (verdict.outcome === 'implausible' && offer !== null)
        await this.#rememberImplausible(offer.sequence);
      return verdict;
    });
  }

  /** Refused for its host only where no licence server may have it; each server checks its own again. */
  async #verifyForAnyHost(bytes: Uint8Array): Promise<Verdict> {
    const { record, licence } = this.parts.store;
    const context: Omit<LicenceContext, 'hostId'> = {
      ...this.#trust(),
      timeFloor: this.parts.floor.signedFloor(),
      latestTime: this.parts.floor.latestTime(),
      product: this.dependencies.vendor.product,
      serialNumber: this.#serialNumber(),
      installedSequence: record.held?.sequence ?? 0,
      installedSha256: record.held?.sha256,
      installedExpiresOn: this.#installedExpiresOn(licence),
      refusedAsImplausible: record.refusedAsImplausible,
    };
    let verdict: Verdict = { outcome: 'wrong-host' };
    for (const hostId of this.parts.servers.hostIds()) {
      const ground = { ...context, hostId, plausibleTime: this.parts.floor.plausibleTime() };
      verdict = withFile(await verifyLicence(bytes, ground), ground);
      if (verdict.outcome !== 'wrong-host') return verdict;
    }
    return verdict;
  }

  /** Without a package, the dates of the files in place count. */
  #installedExpiresOn(licence: CurrentLicence | null): string | null | undefined {
    if (licence !== null) return licence.claims.expiresOn;
    const [first] = this.parts.servers.all.flatMap(({ installed }) =>
      installed === null ? [] : [installed],
    );
    return first?.expiresOn;
  }

  async #withFreshKeys<V extends { outcome: string }>(verify: () => Promise<V>): Promise<V> {
    const verdict = await verify();
    if (!ASK_FOR_KEYS.has(verdict.outcome) || !(await this.renewKeys())) return verdict;
    return verify();
  }

  /** True when a newer set is in force now. */
  async renewKeys(): Promise<boolean> {
    let bytes: Uint8Array;
    try {
      bytes = await this.dependencies.source.keySet();
    } catch (error) {
      this.dependencies.log.info({ error }, 'no key set could be fetched');
      return false;
    }
    return (await this.#acceptKeys(bytes, 'back-office')) === 'ok';
  }

  async #acceptKeys(bytes: Uint8Array, actor: ActivityEntry['actor']): Promise<KeySetOutcome> {
    const { keySets, floor, store, note, changed } = this.parts;
    const outcome = await keySets.accept(bytes, this.#trust().timeFloor);
    if (outcome !== 'ok') {
      if (outcome !== 'unchanged') await note('key-set-refused', actor, { code: outcome });
      return outcome;
    }
    const keySet = keySets.current;
    await floor.useKeys(keySet);
    await note('key-set-renewed', actor, { version: keySet.version });
    const { product } = this.dependencies.vendor;
    if (await store.distrustRevoked({ keySet, product })) changed();
    return outcome;
  }

  async #rememberImplausible(sequence: number) {
    const known = this.parts.store.record.refusedAsImplausible;
    if (known?.sequence === sequence) return;
    const keySetVersion = this.parts.keySets.current.version;
    await this.parts.store.note({ refusedAsImplausible: { sequence, keySetVersion } });
  }

  async #install(bytes: Uint8Array, verdict: Accepted, announcedSha256: string | null) {
    const { store, servers, floor, reporter, note, changed } = this.parts;
    const { claims } = verdict;
    if (verdict.outcome === 'unchanged' && store.licence !== null) {
      await this.#confirmCurrent(announcedSha256);
      await servers.install(store.licence);
      return;
    }
    const isBrought = announcedSha256 === null;
    await (isBrought ? floor.noteBrought(claims) : floor.note({ issuedAt: claims.issuedAt }));
    const previous = verdict.outcome === 'unchanged' ? store.record.previous : currentSummary(store, servers);
    const isGap = store.record.held !== null && claims.previousSha256 !== store.record.held.sha256;
    const held = await store.accept(bytes, verdict, { previous, announcedSha256 });
    const { sequence, licenceId, reason } = claims;
    // One that a person brought is on record as that already.
    if (!isBrought) {
      await note('licence-received', 'back-office', { sequence, licenceId, reason, isGap });
    }
    changed();
    await servers.install(held);
    reporter.soon();
  }

  async #verifiedOrRefused({ issuedAt }: LicenceIndex) {
    await this.parts.floor.note({ indexAt: issuedAt });
    await this.parts.store.note({ lastSignedProof: timestampOf(Date.parse(issuedAt)) });
    this.parts.changed();
  }

  /** The newest licence is the one in force, so an earlier refusal no longer stands. */
  async #confirmCurrent(announcedSha256: string | null) {
    const { store, changed } = this.parts;
    const { held, refused } = store.record;
    const isNews = announcedSha256 !== null && held !== null && held.announcedSha256 !== announcedSha256;
    if (isNews) await store.note({ held: { ...held, announcedSha256 } });
    if (refused !== null && announcedSha256 !== null) await store.note({ refused: null });
    changed();
  }

  /** The installed licence stays; the same refusal again is not told again. */
  async #refuse(code: PackageRefusal, offer: Offer | null, where: Where = NOWHERE): Promise<'refused'> {
    const { store, note, reporter, changed } = this.parts;
    const sequence = offer?.sequence ?? null;
    const known = store.record.refused;
    if (known?.code === code && known.sequence === sequence) return 'refused';
    const at = timestampOf(this.dependencies.clock.now());
    await store.note({ refused: { code, sequence, at, ...where } });
    const actor: ActivityEntry['actor'] = 'back-office';
    const document = offer === null ? 'index' : 'package';
    await note('licence-refused', actor, { code, sequence, document, ...(where.line === null ? {} : where) });
    if (offer !== null) {
      await reporter.refused({ licenceId: offer.licenceId, sequence: offer.sequence }, code);
    }
    changed();
    return 'refused';
  }

  #trust() {
    return this.parts.floor.trust(this.parts.keySets.current);
  }

  #serialNumber(): string | null {
    return currentSerialNumber(this.parts.store, this.parts.servers).value;
  }

  #nonce(): string {
    const { randomBytes: random = randomBytes } = this.dependencies;
    return Buffer.from(random(NONCE_BYTES)).toString('base64url');
  }
}
