import { hash } from 'node:crypto';
import { z } from 'zod';
import { toJsonLine } from '@electron/log/json-line';
import { ActivityEntry, type ActivityDetail } from '@shared/domain/activity/activity';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A line of the log: an entry, the hash of the record before it and its own hash over all of that. */
export const AuditRecord = z.strictObject({ ...ActivityEntry.shape, previous: Hash, hash: Hash });
export type AuditRecord = z.output<typeof AuditRecord>;

/** The chain end before the first record. */
export const NO_RECORD = { number: 0, hash: '0'.repeat(64) } as const;

const MEMBERS_CAP = 20;
const TEXT_CAP = 1000;
const SHORT_TEXT_CAP = 100;
const DETAIL_CAP = 4096;
/** A change takes 500 bytes at the most. */
const CHANGES_CAP = 40;
const FEW_CHANGES_CAP = 5;

/** Half a surrogate pair has no form in UTF-8. */
const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

const cut = (text: string, cap: number) => whole(text.length > cap ? `${text.slice(0, cap - 1)}…` : text);

type Caps = { text: number; changes: number };

const boundValue = (value: ActivityDetail[string], caps: Caps): ActivityDetail[string] => {
  if (typeof value === 'string') return cut(value, caps.text);
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value === 'object' && value !== null)
    return { ...value, changes: value.changes.slice(0, caps.changes) };
  return value;
};

const withCaps = (detail: ActivityDetail, caps: Caps): ActivityDetail =>
  Object.fromEntries(
    Object.entries(detail)
      .slice(0, MEMBERS_CAP)
      .map(([name, value]) => [cut(name, 64), boundValue(value, caps)]),
  );

/** Text from outside may be of any length and kind; a record is not. */
export const boundDetail = (detail: ActivityDetail): ActivityDetail => {
  const bounded = withCaps(detail, { text: TEXT_CAP, changes: CHANGES_CAP });
  if (JSON.stringify(bounded).length <= DETAIL_CAP) return bounded;
  return withCaps(detail, { text: SHORT_TEXT_CAP, changes: FEW_CHANGES_CAP });
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
};

/** The record as canonical JSON (RFC 8785: sorted members, no white space), without its own hash. */
const canonical = ({ number, at, kind, actor, detail, previous }: Omit<AuditRecord, 'hash'>) =>
  sorted({ number, at, kind, actor, detail, previous }) as object;

/** SHA-256 over the canonical record. */
export const hashOfRecord = (record: Omit<AuditRecord, 'hash'>) =>
  hash('sha256', JSON.stringify(canonical(record)));

export const sealRecord = (entry: ActivityEntry, previous: string): AuditRecord => {
  const record = { ...entry, previous };
  return { ...record, hash: hashOfRecord(record) };
};

/** The hash stands behind the members that it is made over, in their order: they are checked without being parsed. */
export const encodeRecord = (record: AuditRecord) =>
  Buffer.from(`${toJsonLine({ ...canonical(record), hash: record.hash })}\n`, 'utf8');

/** A line of `encodeRecord` ends with these members, each of known length but the number. */
const LINE_END = /,"number":([1-9]\d{0,14}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;
const LONGEST_END = 190;
const HASH_MEMBER = ',"hash":""}'.length + 64;
const CLOSING = '}'.charCodeAt(0);

/** The hash that a line ends with where it holds; null where that cannot be told without parsing the line. */
const sealOf = (line: Buffer): string | null => {
  const at = line.length - HASH_MEMBER;
  if (at < 1) return null;
  const comma = line[at] ?? 0;
  // For a moment the record without its hash stands in the buffer itself, which saves a copy.
  line[at] = CLOSING;
  const found = hash('sha256', line.subarray(0, at + 1));
  line[at] = comma;
  return line.toString('latin1', at) === `,"hash":"${found}"}` ? found : null;
};

/**
 * The hash of a line that is the record next to `last` and holds, at a hundredth of the cost of parsing it. Null where
 * that cannot be told without parsing: it has characters that are written in another way than they are hashed, or it is
 * not as written.
 */
export const sealOfNext = (line: Buffer, last: Pick<AuditRecord, 'number' | 'hash'>): string | null => {
  const link = `,"number":${last.number + 1},"previous":"${last.hash}"`;
  const end = line.length - HASH_MEMBER;
  return line.toString('latin1', Math.max(0, end - link.length), Math.max(0, end)) === link
    ? sealOf(line)
    : null;
};

/** Null for a line that is no record. */
export const decodeRecord = (line: string): AuditRecord | null => {
  try {
    return AuditRecord.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

/** The number that a line names, whether its hash holds or not; null where it names none. */
export const numberOfLine = (line: Buffer): number | null => {
  const end = LINE_END.exec(line.toString('latin1', Math.max(0, line.length - LONGEST_END)));
  return end === null ? (decodeRecord(line.toString('utf8'))?.number ?? null) : Number(end[1]);
};

export const entryOf = ({ number, at, kind, actor, detail }: AuditRecord): ActivityEntry => ({
  number,
  at,
  kind,
  actor,
  detail,
});
