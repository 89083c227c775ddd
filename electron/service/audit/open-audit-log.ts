import path from 'node:path';
import type { Logger } from '@electron/log/logger';
import type { Clock } from '@shared/domain/time/clock';
import { stateReports } from '@electron/service/state/state-reports';
import { AuditLog } from './audit-log';

/**
 * What the back office is told of the log. The same stands on stderr, which systemd puts into the journal: the service's
 * account can write neither again.
 */
export const auditEndOf = (audit: Pick<AuditLog, 'end'>, log: Logger) => {
  let anchored = 0;
  return async (held: number | null) => {
    const end = await audit.end(held).catch((error: unknown) => {
      log.error({ error }, 'the end of the activity record could not be read');
      return null;
    });
    if (end !== null && end.lastRecord !== anchored && process.env['INVOCATION_ID'] !== undefined) {
      anchored = end.lastRecord;
      process.stderr.write(`audit log: record ${end.lastRecord} is ${end.lastHash}\n`);
    }
    return end;
  };
};

/** The service's audit log below its state folder. Its head lies outside the log's own folder, so that removing that is noticed. */
export const openAuditLog = (stateFolder: string, clock: Clock, log: Logger): AuditLog =>
  new AuditLog(
    path.join(stateFolder, 'audit', 'audit.jsonl'),
    path.join(stateFolder, 'audit-head.json'),
    clock,
    (error) => {
      log.error({ error }, 'an activity could not be recorded');
      stateReports.notStored(error);
    },
    (file, number) => stateReports.logBroken(file, number),
  );
