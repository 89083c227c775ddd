import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import { verifyKeySet, type KeySetVerdict } from '@shared/domain/licence/format/verify-key-set';
import { stateReports } from '@electron/service/state/state-reports';
import {
  createStateWriter,
  putStateFile,
  readStateBytes,
  readStateFile,
  setAside,
} from '@electron/service/state/state-file';

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

const checkOf = (version: number) => createHash('sha256').update(`key set ${version}`).digest('hex');

/**
 * The highest version of a key set that was ever in force here. A damaged digit must not count as a newer set, which would
 * leave the installation without keys for ever: the check finds damage, it proves nothing against an attacker.
 */
const Newest = z
  .strictObject({ version: z.number().int().min(0), check: z.string() })
  .refine(({ version, check }) => check === checkOf(version));

const placesOf = (file: string) => {
  const folder = path.join(path.dirname(file), 'licence');
  return {
    file,
    /** The same again in another folder. */
    copy: path.join(folder, 'key-set-copy.json'),
    newest: path.join(folder, 'key-set-version.json'),
  };
};
type Places = ReturnType<typeof placesOf>;

/** What is stored at a place, where it holds and is newer; what does not hold is kept aside. */
const newestOf = async (file: string, vendor: Roots, held: Accepted, now: number): Promise<Accepted> => {
  const stored = await readStateBytes(file, CAP);
  if (!stored.found && stored.reason === 'missing') return held;
  const verdict = stored.found ? await verifyOwn(stored.bytes, vendor, held) : null;
  if (verdict !== null && isAccepted(verdict)) return verdict;
  // An older set is none that is broken: the profile of a newer program may be ahead of it.
  if (verdict?.outcome !== 'replayed') await setAside(file, now);
  return held;
};

/** The keys in force: the vendor profile's first set, or the newest that two roots have signed since. */
export class KeySetStore {
  readonly #writeNewest: (value: z.input<typeof Newest>) => Promise<void>;

  private constructor(
    private readonly places: Places,
    private readonly vendor: Roots,
    private held: Accepted,
    private newest: number,
  ) {
    this.#writeNewest = createStateWriter(places.newest);
  }

  /** Throws `vendor-profile-invalid` when the profile's own key set does not hold. */
  static async open(
    file: string,
    vendor: Roots & Pick<VendorProfile, 'keySet'>,
    now: number,
  ): Promise<KeySetStore> {
    const first = await verifyOwn(new TextEncoder().encode(JSON.stringify(vendor.keySet)), vendor, null);
    if (!isAccepted(first))
      throw new AppError('vendor-profile-invalid', { detail: `keySet: ${first.outcome}` });
    const places = placesOf(file);
    let held = first;
    for (const place of [places.file, places.copy]) held = await newestOf(place, vendor, held, now);
    const seen = await readStateFile(places.newest, Newest, now);
    const newest = Math.max(held.keySet.version, seen.outcome === 'read' ? seen.value.version : 0);
    return new KeySetStore(places, vendor, held, newest);
  }

  /** Empty while a newer set is known to have been in force: a key that it revoked must not come back. */
  get current(): KeySet {
    return this.isBehind ? { ...this.held.keySet, keys: [] } : this.held.keySet;
  }

  /** The newest set that was ever in force here is lost, and what is held is older. */
  get isBehind(): boolean {
    return this.held.keySet.version < this.newest;
  }

  /** Takes a set that the back office offers, when it holds and is newer; it replaces the old one whole, after that. */
  async accept(bytes: Uint8Array, timeFloor: number): Promise<KeySetVerdict['outcome']> {
    const verdict = await verifyKeySet(bytes, {
      roots: this.vendor.roots,
      threshold: this.vendor.threshold,
      // The newest itself is taken again where it was lost.
      storedVersion: this.isBehind ? this.newest - 1 : this.held.keySet.version,
      storedSha256: this.isBehind ? null : this.held.sha256,
      timeFloor,
    });
    if (!isAccepted(verdict) || verdict.outcome === 'unchanged') return verdict.outcome;
    for (const place of [this.places.copy, this.places.file]) {
      await stateReports.writeOrKeep(place, () => putStateFile(place, bytes));
    }
    this.held = verdict;
    this.newest = Math.max(this.newest, verdict.keySet.version);
    await this.#writeNewest({ version: this.newest, check: checkOf(this.newest) });
    return verdict.outcome;
  }
}
