import { AppError } from '@shared/errors/app-error';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import { verifyKeySet, type KeySetVerdict } from '@shared/domain/licence/format/verify-key-set';
import { readSmallFile } from '@electron/platform/private-files/index';
import { stateReports } from '@electron/service/state/state-reports';
import { putStateFile, setAside } from '@electron/service/state/state-file';

const CAP = 512 * 1024;

type Accepted = Extract<KeySetVerdict, { keySet: KeySet }>;
type Roots = Pick<VendorProfile, 'roots' | 'threshold'>;

const isAccepted = (verdict: KeySetVerdict): verdict is Accepted => 'keySet' in verdict;

/**
 * A set that is in force stays so when its day is over, until a newer one arrives: its keys have days of their own, and
 * without any key nothing newer could ever be told from a forgery.
 */
const verifyOwn = (bytes: Uint8Array, { roots, threshold }: Roots, held: Accepted | null) =>
  verifyKeySet(bytes, {
    roots,
    threshold,
    storedVersion: held?.keySet.version ?? 0,
    storedSha256: held?.sha256 ?? null,
    timeFloor: 0,
  });

/** The keys in force: the vendor profile's first set, or the newest that two roots have signed since. */
export class KeySetStore {
  private constructor(
    private readonly file: string,
    private readonly vendor: Roots,
    private held: Accepted,
  ) {}

  /** Throws `vendor-profile-invalid` when the profile's own key set does not hold. */
  static async open(
    file: string,
    vendor: Roots & Pick<VendorProfile, 'keySet'>,
    now: number,
  ): Promise<KeySetStore> {
    const first = await verifyOwn(new TextEncoder().encode(JSON.stringify(vendor.keySet)), vendor, null);
    if (!isAccepted(first))
      throw new AppError('vendor-profile-invalid', { detail: `keySet: ${first.outcome}` });
    const stored = await readSmallFile(file, CAP);
    if (!stored.found) return new KeySetStore(file, vendor, first);
    const newer = await verifyOwn(stored.bytes, vendor, first);
    if (isAccepted(newer)) return new KeySetStore(file, vendor, newer);
    await setAside(file, now);
    return new KeySetStore(file, vendor, first);
  }

  get current(): KeySet {
    return this.held.keySet;
  }

  /** Takes a set that the back office offers, when it holds and is newer; it replaces the old one whole, after that. */
  async accept(bytes: Uint8Array, timeFloor: number): Promise<KeySetVerdict['outcome']> {
    const verdict = await verifyKeySet(bytes, {
      roots: this.vendor.roots,
      threshold: this.vendor.threshold,
      storedVersion: this.held.keySet.version,
      storedSha256: this.held.sha256,
      timeFloor,
    });
    if (!isAccepted(verdict) || verdict.outcome === 'unchanged') return verdict.outcome;
    await stateReports.writeOrKeep(this.file, () => putStateFile(this.file, bytes));
    this.held = verdict;
    return verdict.outcome;
  }
}
