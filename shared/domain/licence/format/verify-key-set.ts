import { z } from 'zod';
import { algorithmFitsKey, isSignedBy, thumbprint } from './ed25519-signature';
import { KeySet, type PublicJwk } from './key-set';
import { readProtectedHeader } from './protected-header';
import { readClaims } from './read-claims';
import { refuse, type RefusalCode, type Refused } from './refusal-codes';
import { sha256 } from './sha256';
import { decodeStrictBase64url } from './strict-base64url';
import { parseStrictJson } from './strict-json';
import { isDayOver } from '@shared/domain/time/dates';

const TYP = 'key-set+jws';
const SIZE_CAP = 512 * 1024;

/** JWS in general JSON serialization (RFC 7515 section 7.2.1). */
const GeneralJws = z.strictObject({
  payload: z.string().max(SIZE_CAP),
  signatures: z
    .array(
      z.strictObject({
        protected: z.string().max(4096),
        signature: z.string().max(4096),
        header: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(32),
});
type GeneralJws = z.output<typeof GeneralJws>;
type GeneralSignature = GeneralJws['signatures'][number];

/** The context of the check of a key set. `timeFloor` in milliseconds since the epoch. */
export type KeySetContext = {
  /** The pinned root keys of the vendor profile, of which `threshold` different ones must have signed. */
  roots: readonly PublicJwk[];
  threshold: number;
  /** Version of the set in force; 0 = none yet. */
  storedVersion: number;
  /** `sha256` of the verdict on the set in force: the same set again is then `unchanged`. */
  storedSha256?: string | null | undefined;
  timeFloor: number;
};

/** `sha256` is that of the payload: the same set may arrive with more signatures. */
export type KeySetVerdict =
  { outcome: 'ok' | 'unchanged'; keySet: KeySet; sha256: string } | { outcome: RefusalCode };

function openGeneral(bytes: Uint8Array): { ok: true; jws: GeneralJws } | Refused {
  if (bytes.length > SIZE_CAP) return refuse('too-large');
  const json = parseStrictJson(bytes);
  const jws = json.ok ? GeneralJws.safeParse(json.value) : null;
  if (!jws?.success) return refuse('malformed');
  const hasUnprotected = jws.data.signatures.some((signature) => Object.hasOwn(signature, 'header'));
  return hasUnprotected ? refuse('header-not-allowed') : { ok: true, jws: jws.data };
}

async function rootsByThumbprint(roots: readonly PublicJwk[]): Promise<Map<string | null, PublicJwk>> {
  const entries = roots.map(async (jwk): Promise<[string | null, PublicJwk]> => [await thumbprint(jwk), jwk]);
  return new Map(await Promise.all(entries));
}

/** The root that made this signature, or null when none did; refused when its form is wrong whoever signed. */
async function signerOf(
  payload: string,
  signature: GeneralSignature,
  roots: ReadonlyMap<string | null, PublicJwk>,
): Promise<{ ok: true; signer: string | null } | Refused> {
  const headerBytes = decodeStrictBase64url(signature.protected);
  if (!headerBytes || !decodeStrictBase64url(signature.signature)) return refuse('malformed');
  const read = readProtectedHeader(headerBytes, TYP);
  if (!read.ok) return read;
  const { alg, kid } = read.header;
  const root = roots.get(kid);
  const isGenuine =
    root !== undefined && algorithmFitsKey(alg, root) && (await isSignedBy({ ...signature, payload }, root));
  return { ok: true, signer: isGenuine ? kid : null };
}

async function checkSignatures(jws: GeneralJws, context: KeySetContext): Promise<RefusalCode | null> {
  const roots = await rootsByThumbprint(context.roots);
  const signers = new Set<string>();
  for (const signature of jws.signatures) {
    const result = await signerOf(jws.payload, signature, roots);
    if (!result.ok) return result.code;
    if (result.signer !== null) signers.add(result.signer);
  }
  return signers.size >= Math.max(1, context.threshold) ? null : 'threshold';
}

/** A `kid` that is not the key's thumbprint, or a key listed twice, would make the choice of a key ambiguous. */
async function areKeysUnambiguous(keySet: KeySet): Promise<boolean> {
  const seen = new Set<string>();
  for (const { jwk } of keySet.keys) {
    const name = await thumbprint(jwk);
    if (name === null || seen.has(name) || (jwk.kid ?? name) !== name) return false;
    seen.add(name);
  }
  return true;
}

function checkVersion(
  keySet: KeySet,
  digest: string,
  context: KeySetContext,
): RefusalCode | 'unchanged' | null {
  if (keySet.version < context.storedVersion) return 'replayed';
  if (keySet.version === context.storedVersion)
    return digest === context.storedSha256 ? 'unchanged' : 'conflicting';
  return isDayOver(keySet.expiresOn, context.timeFloor) ? 'expired' : null;
}

/** Every check of a key set, in the order of the other documents, with one typed result. Never throws. */
export async function verifyKeySet(bytes: Uint8Array, context: KeySetContext): Promise<KeySetVerdict> {
  const opened = openGeneral(bytes);
  if (!opened.ok) return { outcome: opened.code };
  const payload = decodeStrictBase64url(opened.jws.payload);
  const refusal = payload ? await checkSignatures(opened.jws, context) : 'malformed';
  if (!payload || refusal) return { outcome: refusal ?? 'malformed' };
  const read = readClaims(payload, KeySet);
  if (!read.ok) return { outcome: read.code };
  if (!(await areKeysUnambiguous(read.claims))) return { outcome: 'schema' };
  const digest = await sha256(payload);
  const outcome = checkVersion(read.claims, digest, context);
  if (outcome !== null && outcome !== 'unchanged') return { outcome };
  return { outcome: outcome ?? 'ok', keySet: read.claims, sha256: digest };
}
