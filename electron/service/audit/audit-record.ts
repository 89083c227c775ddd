import { createHash } from 'node:crypto';
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

/** SHA-256 over the record as canonical JSON (RFC 8785: sorted members, no white space), without its own hash. */
export const hashOfRecord = (record: Omit<AuditRecord, 'hash'>) => {
  const { number, at, kind, actor, detail, previous } = record;
  const canonical = JSON.stringify(sorted({ number, at, kind, actor, detail, previous }));
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
};

export const sealRecord = (entry: ActivityEntry, previous: string): AuditRecord => {
  const record = { ...entry, previous };
  return { ...record, hash: hashOfRecord(record) };
};

export const encodeRecord = (record: AuditRecord) => Buffer.from(`${toJsonLine(record)}\n`, 'utf8');

/** Null for a line that is no record. */
export const decodeRecord = (line: string): AuditRecord | null => {
  try {
    return AuditRecord.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

export const entryOf = ({ number, at, kind, actor, detail }: AuditRecord): ActivityEntry => ({
  number,
  at,
  kind,
  actor,
  detail,
});
