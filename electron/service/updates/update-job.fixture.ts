import { createHash } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { ActivityKind } from '@shared/domain/activity/activity';
import { keySetInForce, signCompact } from '@shared/domain/licence/format/vectors.fixture';
import type { FileWish, ReleaseSource } from '@electron/service/ports/release-source';
import { NO_UPDATES, type UpdateStatus } from '@shared/domain/updates/update';
import type { UpdateDependencies } from './update-dependencies';

export const CONTENT = Buffer.from('installer '.repeat(50_000));
export const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const PRODUCT = 'print-ors';
/** Within the validity of the test keys. */
const NOW = Date.parse('2026-11-02T00:00:00Z');
const HOUR_MS = 3_600_000;
const PIECE = 10_000;

/** A back office in memory with one release; it can break off, lie and be away. */
export class FakeReleaseSource implements ReleaseSource {
  readonly wishes: FileWish[] = [];
  version = '2.0.0';
  releasedOn = '2026-05-01';
  platform = 'linux-x64';
  fileName = 'remote-service.deb';
  rollOutPercent: number | undefined;
  /** The bytes that are sent; the index always names CONTENT. */
  file = CONTENT;
  size = CONTENT.length;
  etag: string | null = '"one"';
  /** Bytes after which each of the next answers breaks off. */
  cuts: number[] = [];
  isAway = false;
  /** How many of the next indexes have a byte flipped. */
  forgedIndexes = 0;
  /** False members that replace the true ones of the index. */
  lies: Record<string, unknown> = {};
  signer: 'release-1' | 'licence-1' = 'release-1';
  sent = 0;
  /** Called after every piece that went out. */
  onPiece: () => void = () => undefined;

  async releaseIndex(nonce: string): Promise<Uint8Array> {
    if (this.isAway) throw new AppError('back-office-unreachable');
    const claims = {
      formatVersion: 1,
      nonce,
      issuedAt: new Date(NOW).toISOString(),
      freshUntil: new Date(NOW + HOUR_MS).toISOString(),
      product: PRODUCT,
      releases: [
        {
          releaseId: `r-${this.version}`,
          ...{ version: this.version, releasedOn: this.releasedOn, backdatedTo: null, severity: 'normal' },
          ...{
            platform: this.platform,
            fileName: this.fileName,
            size: this.size,
            sha256: SHA256,
            notes: {},
            ...(this.rollOutPercent === undefined ? {} : { rollOutPercent: this.rollOutPercent }),
          },
        },
      ],
      ...this.lies,
    };
    const bytes = await signCompact(claims, 'release-index+jws', this.signer);
    if (this.forgedIndexes > 0) {
      this.forgedIndexes -= 1;
      bytes[bytes.length - 5] = bytes.at(-5) === 65 ? 66 : 65;
    }
    return bytes;
  }

  releaseFile(wish: FileWish, signal: AbortSignal) {
    this.wishes.push(wish);
    if (this.isAway) return Promise.reject(new AppError('back-office-unreachable'));
    const isSame = wish.etag === null || wish.etag === this.etag;
    const from = isSame ? wish.from : 0;
    return Promise.resolve({ from, etag: this.etag, chunks: this.#pieces(from, signal) });
  }

  async *#pieces(from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const cut = this.cuts.shift() ?? Infinity;
    for (let at = from; at < this.file.length; at += PIECE) {
      signal.throwIfAborted();
      const piece = this.file.subarray(at, Math.min(at + PIECE, from + cut));
      this.sent += piece.length;
      yield piece;
      this.onPiece();
      await new Promise(setImmediate);
      if (at + PIECE >= from + cut) throw new AppError('answer-unusable');
    }
  }
}

/** Everything an update job needs, around a model source; `status` and `audit` are what it told. */
export const createUpdateTestEnvironment = (stateFolder: string, source: FakeReleaseSource) => {
  const world = {
    status: NO_UPDATES,
    seen: [] as UpdateStatus[],
    audit: [] as ActivityKind[],
    free: 10 ** 12,
    maintenanceUntil: '2026-12-31' as string | null,
    rollOutPlace: 99,
  };
  const ignore = () => undefined;
  const dependencies: UpdateDependencies = {
    stateFolder,
    source,
    product: PRODUCT,
    trust: () => ({ keySet: keySetInForce, timeFloor: NOW }),
    renewKeys: () => Promise.resolve(false),
    facts: () => ({
      platform: 'linux-x64',
      packageKind: null,
      runningVersion: '1.0.0',
      maintenanceUntil: world.maintenanceUntil,
      rollOutPlace: () => world.rollOutPlace,
    }),
    freeBytes: () => Promise.resolve(world.free),
    publish: (status) => {
      world.status = status;
      world.seen.push(status);
    },
    audit: {
      append: (kind) => {
        world.audit.push(kind);
        return Promise.resolve();
      },
    },
    log: { info: ignore, warn: ignore, error: ignore },
    clock: { now: () => Date.now() },
    random: () => 0,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  };
  return { world, dependencies };
};
