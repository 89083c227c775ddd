import type { z } from 'zod';
import { algorithmFitsKey, isSignedBy, thumbprint } from './ed25519-signature';
import type { KeySet, SigningKey } from './key-set';
import { LicenceClaims, LicenceIndex, ReleaseIndex } from './licence-claims';
import { readProtectedHeader } from './protected-header';
import { readClaims } from './read-claims';
import { refuse, type Refused } from './refusal-codes';
import { sha256 } from './sha256';
import { decodeStrictBase64url } from './strict-base64url';

const NEWLINE = 0x0a;

/** One kind of signed document: its `typ`, the role its key must have, its cap in bytes and its payload. */
export type SignedDocument<Claims extends { issuedAt: string }> = {
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

/** The keys in force and the time, in milliseconds since the epoch. */
export type SignatureTrust = {
  keySet: KeySet;
  timeFloor: number;
  /**
   * The time that decides over keys, where that is another one: a key is over by this time alone, and must have been in
   * force when the document was issued. null = the document was accepted before, so that only a revocation ends it.
   */
  keyTime?: number | null;
};

/** `sha256` is over the compact serialization, without the newline that an editor may have added. */
export type OpenedDocument<Claims> = { ok: true; claims: Claims; sha256: string } | Refused;

/** The bytes that count: one newline at the end is what a text editor or `echo` leaves behind. */
const withoutNewline = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-1) === NEWLINE ? bytes.subarray(0, -1) : bytes;

const isWithin = (time: number, { notBefore, notAfter }: SigningKey): boolean =>
  Date.parse(notBefore) <= time && time <= Date.parse(notAfter);

function isInForce(key: SigningKey, { timeFloor, keyTime }: SignatureTrust): boolean {
  if (keyTime === undefined) return isWithin(timeFloor, key);
  return keyTime === null || keyTime <= Date.parse(key.notAfter);
}

async function findKey(
  kid: string,
  role: string,
  trust: SignatureTrust,
): Promise<{ ok: true; key: SigningKey } | Refused> {
  for (const key of trust.keySet.keys) {
    if ((await thumbprint(key.jwk)) !== kid) continue;
    if (key.revoked || !isInForce(key, trust)) return refuse('key-revoked');
    return key.roles.includes(role) ? { ok: true, key } : refuse('key-role');
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
export async function openSignedDocument<Claims extends { issuedAt: string }>(
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
  if (!algorithmFitsKey(opened.header.alg, found.key.jwk)) return refuse('algorithm');
  const [header, payload, signature] = parts;
  if (!(await isSignedBy({ protected: header, payload, signature }, found.key.jwk)))
    return refuse('signature');

  const read = readClaims(payloadBytes, asked.schema);
  if (!read.ok) return read;
  const isJudgedByIssue = trust.keyTime !== undefined && trust.keyTime !== null;
  if (isJudgedByIssue && !isWithin(Date.parse(read.claims.issuedAt), found.key)) return refuse('key-revoked');
  return { ok: true, claims: read.claims, sha256: await sha256(compact) };
}
