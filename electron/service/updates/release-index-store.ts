import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { pathAsFileName } from '@shared/domain/updates/installer-name';
import { timestampOf } from '@shared/domain/time/dates';
import type { ReleaseIndex } from '@shared/domain/licence/format/licence-claims';
import { openSignedDocument, RELEASE_INDEX } from '@shared/domain/licence/format/signed-document';
import {
  isOfOtherProduct,
  verifyReleaseIndex,
  type IndexVerdict,
} from '@shared/domain/licence/format/verify-index';
import { putStateFile, readStateBytes, setAside } from '@electron/service/state/state-file';
import { stateReports } from '@electron/service/state/state-reports';
import type { UpdateDependencies } from './update-dependencies';

const NONCE_BYTES = 16;
/** A key set newer than ours may change these verdicts. */
const ASK_FOR_KEYS = new Set<string>(['unknown-key', 'key-revoked']);

type Dependencies = Pick<
  UpdateDependencies,
  'source' | 'product' | 'trust' | 'renewKeys' | 'randomBytes' | 'clock'
>;

export type StoredReleaseIndex = { claims: ReleaseIndex; checkedAt: string };

/** The last good release index, kept signed as it came, so that a changed one is noticed after a restart too. */
export class ReleaseIndexStore {
  #kept: StoredReleaseIndex | null = null;
  readonly #file: string;

  constructor(
    private readonly folder: string,
    private readonly dependencies: Dependencies,
  ) {
    this.#file = path.join(folder, 'index.jws');
  }

  get current(): StoredReleaseIndex | null {
    return this.#kept;
  }

  /** Takes up what was kept, when its signature still holds. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const read = await readStateBytes(this.#file, RELEASE_INDEX.sizeCap);
    if (!read.found && read.reason === 'missing') return;
    const { product, trust, clock } = this.dependencies;
    const opened = read.found ? await openSignedDocument(read.bytes, RELEASE_INDEX, trust()) : null;
    const isOurs =
      opened?.ok === true &&
      !isOfOtherProduct(opened.claims, product) &&
      pathAsFileName(opened.claims.releases) === null;
    if (isOurs) this.#kept = { claims: opened.claims, checkedAt: opened.claims.issuedAt };
    else await setAside(this.#file, clock.now());
  }

  /**
   * Asks for the index; one that is refused is asked for once more. Throws the source's `AppError`, and
   * `update-index-refused` with the `reason`.
   */
  async renew(): Promise<StoredReleaseIndex> {
    const first = await this.#fetch();
    const verdict = 'claims' in first ? first : await this.#fetch();
    if (!('claims' in verdict)) throw new AppError('update-index-refused', { reason: verdict.outcome });
    const { bytes, claims } = verdict;
    const odd = pathAsFileName(claims.releases);
    if (odd !== null) throw new AppError('update-index-refused', { reason: odd });
    await stateReports.writeOrKeep(this.#file, () => putStateFile(this.#file, bytes));
    this.#kept = { claims, checkedAt: timestampOf(this.dependencies.clock.now()) };
    return this.#kept;
  }

  async #fetch(): Promise<IndexVerdict<ReleaseIndex> & { bytes: Uint8Array }> {
    const { source, product, trust, renewKeys, randomBytes } = this.dependencies;
    const nonce = Buffer.from(randomBytes(NONCE_BYTES)).toString('base64url');
    const bytes = await source.releaseIndex(nonce);
    const verdict = await verifyReleaseIndex(bytes, { ...trust(), nonce, product });
    if (!ASK_FOR_KEYS.has(verdict.outcome) || !(await renewKeys())) return { ...verdict, bytes };
    return { ...(await verifyReleaseIndex(bytes, { ...trust(), nonce, product })), bytes };
  }
}
