import type { z } from 'zod';
import { algorithmFitsKey, isSignedBy, thumbprint } from './ed25519-signature';
import type { KeySet, PublicJwk } from './key-set';
import { LicenceClaims, LicenceIndex, ReleaseIndex } from './licence-claims';
import { readProtectedHeader } from './protected-header';
import { readClaims } from './read-claims';
import { refuse, type Refused } from './refusal-codes';
import { sha256 } from './sha256';
import { decodeStrictBase64url } from './strict-base64url';

const NEWLINE = 0x0a;

/** One kind of signed document: its `typ`, the role its key must have, its cap in bytes and its payload. */
export type SignedDocument<Claims> = {
  typ: string;
  role: string;
  sizeCap: number;
  schema: z.ZodType<Claims>;
};

export const LICENCE_PACKAGE: SignedDocument<LicenceClaims> = {
  typ: 'licence-package+jws',
  role: 'licence',
  sizeCap: 64 * 1024,
  schema: LicenceClaims,
};
export const LICENCE_INDEX: SignedDocument<LicenceIndex> = {
  typ: 'licence-index+jws',
  role: 'index',
  sizeCap: 16 * 1024,
  schema: LicenceIndex,
};
export const RELEASE_INDEX: SignedDocument<ReleaseIndex> = {
  typ: 'release-index+jws',
  role: 'release',
  sizeCap: 256 * 1024,
  schema: ReleaseIndex,
};

/** The keys in force and the time floor in milliseconds since the epoch. */
export type SignatureTrust = { keySet: KeySet; timeFloor: number };

/** `sha256` is over the compact serialization, without the newline that an editor may have added. */
export type OpenedDocument<Claims> = { ok: true; claims: Claims; sha256: string } | Refused;

/** The bytes that count: one newline at the end is what a text editor or `echo` leaves behind. */
const withoutNewline = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-1) === NEWLINE ? bytes.subarray(0, -1) : bytes;

async function findKey(
  kid: string,
  role: string,
  trust: SignatureTrust,
): Promise<{ ok: true; jwk: PublicJwk } | Refused> {
  for (const { jwk, roles, notBefore, notAfter, revoked } of trust.keySet.keys) {
    if ((await thumbprint(jwk)) !== kid) continue;
    const isInForce = Date.parse(notBefore) <= trust.timeFloor && trust.timeFloor <= Date.parse(notAfter);
    if (revoked || !isInForce) return refuse('key-revoked');
    return roles.includes(role) ? { ok: true, jwk } : refuse('key-role');
  }
  return refuse('unknown-key');
}

function splitCompact(bytes: Uint8Array): [string, string, string] | null {
  const [header, payload, signature, ...others] = new TextDecoder('latin1').decode(bytes).split('.');
  if (header === undefined || payload === undefined || signature === undefined || others.length > 0)
    return null;
  return [header, payload, signature];
}

/**
 * Opens a JWS in compact serialization (RFC 7515 section 7.1). The checks run in a fixed order and the first
 * that fails gives its code; nothing of the payload is parsed before its signature is good. Never throws.
 */
export async function openSignedDocument<Claims>(
  bytes: Uint8Array,
  asked: SignedDocument<Claims>,
  trust: SignatureTrust,
): Promise<OpenedDocument<Claims>> {
  if (bytes.length > asked.sizeCap) return refuse('too-large');
  const compact = withoutNewline(bytes);
  const parts = splitCompact(compact);
  if (!parts) return refuse('malformed');
  const [headerBytes, payloadBytes, signatureBytes] = parts.map(decodeStrictBase64url);
  if (!headerBytes || !payloadBytes || !signatureBytes) return refuse('malformed');

  const opened = readProtectedHeader(headerBytes, asked.typ);
  if (!opened.ok) return opened;
  const found = await findKey(opened.header.kid, asked.role, trust);
  if (!found.ok) return found;
  if (!algorithmFitsKey(opened.header.alg, found.jwk)) return refuse('algorithm');
  const [header, payload, signature] = parts;
  if (!(await isSignedBy({ protected: header, payload, signature }, found.jwk))) return refuse('signature');

  const read = readClaims(payloadBytes, asked.schema);
  return read.ok ? { ok: true, claims: read.claims, sha256: await sha256(compact) } : read;
}
