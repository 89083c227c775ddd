import type { ActivityDetail, ActivityEntry, ActivityKind } from '@shared/domain/activity/activity';

/** Takes a record of something that happened; resolves when it is on disk. Secrets are never part of a detail. */
export interface AuditSink {
  append(kind: ActivityKind, actor: ActivityEntry['actor'], detail?: ActivityDetail): Promise<void>;
}
