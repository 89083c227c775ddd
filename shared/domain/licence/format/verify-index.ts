import type { LicenceIndex, ReleaseIndex } from './licence-claims';
import type { RefusalCode } from './refusal-codes';
import { sha256 } from './sha256';
import { LICENCE_INDEX, openSignedDocument, RELEASE_INDEX, type SignatureTrust } from './signed-document';

/** `nonce` is the one sent with this very request. */
export type IndexContext = SignatureTrust & { nonce: string };

export type IndexVerdict<Claims> =
  { outcome: 'ok'; claims: Claims; sha256: string } | { outcome: RefusalCode };

type Freshness = { nonce: string; issuedAt: string; freshUntil: string };

/**
 * There is no check against an `issuedAt` ahead of the floor: the nonce proves that the answer was made just
 * now, so its time is what moves the floor on when the clock is behind.
 */
function checkFreshness(claims: Freshness, { nonce, timeFloor }: IndexContext): RefusalCode | null {
  if (claims.nonce !== nonce) return 'nonce';
  return Date.parse(claims.freshUntil) > Math.max(timeFloor, Date.parse(claims.issuedAt)) ? null : 'stale';
}

/** Checks a licence index; `serialNumber` null = none known yet, any is taken. Never throws. */
export async function verifyLicenceIndex(
  bytes: Uint8Array,
  context: IndexContext & { serialNumber: string | null },
): Promise<IndexVerdict<LicenceIndex>> {
  const opened = await openSignedDocument(bytes, LICENCE_INDEX, context);
  if (!opened.ok) return { outcome: opened.code };
  const { serialNumber } = context;
  const isOther = serialNumber !== null && opened.claims.serialNumber !== serialNumber;
  const refusal = isOther ? 'wrong-serial-number' : checkFreshness(opened.claims, context);
  return refusal ? { outcome: refusal } : { outcome: 'ok', claims: opened.claims, sha256: opened.sha256 };
}

/** Whether a list of releases names another product, of which one vendor's keys may sign several. */
export const isOfOtherProduct = (claims: Pick<ReleaseIndex, 'product'>, product: string): boolean =>
  claims.product !== undefined && claims.product !== product;

/** Checks a release index; without a `product` that of any is taken. Never throws. */
export async function verifyReleaseIndex(
  bytes: Uint8Array,
  context: IndexContext & { product?: string },
): Promise<IndexVerdict<ReleaseIndex>> {
  const opened = await openSignedDocument(bytes, RELEASE_INDEX, context);
  if (!opened.ok) return { outcome: opened.code };
  const { product } = context;
  const isOther = product !== undefined && isOfOtherProduct(opened.claims, product);
  const refusal = isOther ? 'wrong-product' : checkFreshness(opened.claims, context);
  return refusal ? { outcome: refusal } : { outcome: 'ok', claims: opened.claims, sha256: opened.sha256 };
}

/** Whether downloaded bytes are exactly those the index names (`index-mismatch` when not). */
export const matchesIndex = async (
  bytes: Uint8Array,
  index: Pick<LicenceIndex, 'sha256' | 'size'>,
): Promise<boolean> => bytes.length === index.size && (await sha256(bytes)) === index.sha256;
