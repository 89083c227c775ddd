import { refuse, type Refused } from './refusal-codes';
import { parseStrictJson } from './strict-json';

export type ProtectedHeader = { alg: string; typ: string; kid: string };

function isProtectedHeader(value: object): value is ProtectedHeader {
  const { alg, typ, kid, ...others } = value as Record<string, unknown>;
  return (
    typeof alg === 'string' &&
    typeof typ === 'string' &&
    typeof kid === 'string' &&
    Reflect.ownKeys(others).length === 0
  );
}

/** A JWS protected header (RFC 7515 section 4) of exactly `alg`, `typ`, `kid`, with the `typ` asked for. */
export function readProtectedHeader(
  bytes: Uint8Array,
  typ: string,
): { ok: true; header: ProtectedHeader } | Refused {
  const json = parseStrictJson(bytes);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    return refuse('malformed');
  }
  if (!isProtectedHeader(json.value)) return refuse('header-not-allowed');
  return json.value.typ === typ ? { ok: true, header: json.value } : refuse('wrong-type');
}
