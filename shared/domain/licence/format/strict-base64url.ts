import { base64url } from 'jose';

/** The bytes of base64url text (RFC 4648 section 5, no padding), or null unless re-encoding gives the same text. */
export function decodeStrictBase64url(text: string): Uint8Array | null {
  try {
    const bytes = base64url.decode(text);
    return base64url.encode(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
