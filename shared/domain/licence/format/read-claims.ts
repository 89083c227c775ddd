import type { z } from 'zod';
import { refuse, type Refused } from './refusal-codes';
import { parseStrictJson } from './strict-json';

const FORMAT_VERSION = 1;

/** Found by hand because a schema library may skip or assign `__proto__` instead of reporting it. */
function hasPrototypeMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeMember);
}

function isFromNewerFormat(claims: object): boolean {
  const version: unknown = Object.hasOwn(claims, 'formatVersion')
    ? Reflect.get(claims, 'formatVersion')
    : undefined;
  return Number.isInteger(version) && Number(version) > FORMAT_VERSION;
}

/**
 * The last two checks of every signed document: JSON, then schema. A higher `formatVersion` is told apart
 * before the schema, because a newer format may well have other members.
 */
export function readClaims<Claims>(
  payload: Uint8Array,
  schema: z.ZodType<Claims>,
): { ok: true; claims: Claims } | Refused {
  const json = parseStrictJson(payload);
  if (!json.ok) return refuse('not-json');
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('schema');
  if (isFromNewerFormat(value)) return refuse('newer-format');
  const isPolluting = Object.entries(value).some(
    ([name, member]) => name === '__proto__' || (name !== 'extensions' && hasPrototypeMember(member)),
  );
  const parsed = isPolluting ? null : schema.safeParse(value);
  return parsed?.success ? { ok: true, claims: parsed.data } : refuse('schema');
}
