import { z } from 'zod';
import type { Status } from '../schemas';

const KEPT = 20;

const AuditHead = z.object({ number: z.int(), hash: z.string(), at: z.string() });
/** An audit log that is not the one that was reported before: it is `shorter`, or `different` at a record that is known. */
const AuditAlarm = z.object({ kind: z.enum(['shorter', 'different']), number: z.int(), at: z.string() });

/** The heads of an installation's audit log that were confirmed, the newest last, and what did not fit. */
export const AuditBook = z.object({ heads: z.array(AuditHead), alarms: z.array(AuditAlarm) });
export type AuditBook = z.infer<typeof AuditBook>;

type Report = NonNullable<Status['auditLog']>;

/** Why this report does not go with the head that is held; null = it does. `later` = it does not say anything about it. */
const verdictOn = (report: Report, held: { number: number; hash: string }) => {
  const { lastRecord, lastHash, heldRecord, heldHash } = report;
  if (lastRecord < held.number) return 'shorter' as const;
  if (lastRecord === held.number) return lastHash === held.hash ? null : ('different' as const);
  if (heldRecord !== held.number) return 'later' as const;
  return heldHash === held.hash ? null : ('different' as const);
};

/** Takes what an installation says of its audit log; a head that does not follow from the held one does not replace it. */
export const noteAuditLog = (book: AuditBook, report: Report, at: string): void => {
  const held = book.heads.at(-1);
  const verdict = held === undefined ? null : verdictOn(report, held);
  if (verdict === 'later') return;
  const { lastRecord: number, lastHash: hash } = report;
  if (verdict === null) {
    if (held?.number !== number) book.heads = [...book.heads, { number, hash, at }].slice(-KEPT);
    return;
  }
  const last = book.alarms.at(-1);
  if (last?.kind === verdict && last.number === number) return;
  book.alarms = [...book.alarms, { kind: verdict, number, at }].slice(-KEPT);
};
