import type { ActivityDetail, ActivityEntry, ActivityKind } from '@shared/domain/activity/activity';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { JobLog } from './licence-job-dependencies';

/** Writes an audit record; a full disk there must not keep a licence from being installed, so this never throws. */
export type RecordAudit = (
  kind: ActivityKind,
  actor: ActivityEntry['actor'],
  detail?: ActivityDetail,
) => Promise<void>;

export const createAuditRecorder =
  (audit: AuditSink, log: JobLog): RecordAudit =>
  async (kind, actor, detail) => {
    try {
      await audit.append(kind, actor, detail);
    } catch (error) {
      log.error({ error, kind }, 'audit record could not be written');
    }
  };
