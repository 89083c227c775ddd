import { calculateJwkThumbprint, flattenedVerify, importJWK, type JWK } from 'jose';
import type { PublicJwk } from './key-set';

const ED25519_NAMES: readonly string[] = ['Ed25519', 'EdDSA'];

/** A signature and what it covers, as received: all three still base64url text. */
export type SignedParts = { protected: string; payload: string; signature: string };

/** RFC 7638 thumbprint, or null for a key of a kind that has none. */
export async function thumbprint(jwk: PublicJwk): Promise<string | null> {
  try {
    return await calculateJwkThumbprint(jwk as JWK);
  } catch {
    return null;
  }
}

/** Whether the header's `alg` (RFC 9864 `Ed25519`, or RFC 8037 `EdDSA`) is one that this key may be used with. */
export const algorithmFitsKey = (alg: string, jwk: PublicJwk): boolean =>
  jwk.kty === 'OKP' &&
  jwk.crv === 'Ed25519' &&
  ED25519_NAMES.includes(alg) &&
  (jwk.alg === undefined || ED25519_NAMES.includes(jwk.alg));

/** Verifies an Ed25519 signature over the received text. Anything but a good signature is false, never an exception. */
export async function isSignedBy(parts: SignedParts, jwk: PublicJwk): Promise<boolean> {
  try {
    const { kty, crv, x } = jwk;
    const key = await importJWK({ kty, crv, x } as JWK, 'Ed25519');
    await flattenedVerify(parts, key, { algorithms: [...ED25519_NAMES] });
    return true;
  } catch {
    return false;
  }
}
