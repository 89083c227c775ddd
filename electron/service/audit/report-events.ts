import type { EventFields, EventLog } from '@electron/platform/event-log/index';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import { loggedEventOf } from '@shared/domain/activity/logged-events';
import type { AuditLog } from './audit-log';

/** The number of the record first, by which it is found on the page Activity. */
const fieldsOf = ({ number, actor, detail }: ActivityEntry): EventFields => {
  // The changes of a licence are several lines long; they stand on the page.
  const values = Object.entries(detail).flatMap(([name, value]) =>
    value === null || typeof value === 'object' ? [] : [[name, String(value)] as const],
  );
  return { record: String(number), actor, ...Object.fromEntries(values) };
};

/**
 * Where the end of the audit log goes: the log of the system, or of systemd what stands on stderr where that did not take it.
 * Elsewhere the back office alone holds it.
 */
export const auditHeadWriter =
  (events: EventLog | null) =>
  async ({ record, hash }: { record: number; hash: string }): Promise<void> => {
    const isTold = (await events?.write('audit-head', { record: String(record), hash })) ?? false;
    if (isTold || process.env['INVOCATION_ID'] === undefined) return;
    process.stderr.write(`audit log: record ${record} is ${hash}\n`);
  };

/** Has the log of the system told of each activity that is worth an alert, in the order in which they were recorded. */
export const reportEvents = (audit: Pick<AuditLog, 'onAppended'>, events: EventLog): (() => void) => {
  let last: Promise<unknown> = Promise.resolve();
  return audit.onAppended((entry) => {
    const event = loggedEventOf(entry.kind);
    if (event !== null) last = last.then(() => events.write(event, fieldsOf(entry)));
  });
};
