import path from 'node:path';
import type { Logger } from '@electron/log/logger';
import type { Clock } from '@shared/domain/time/clock';
import { stateReports } from '@electron/service/state/state-reports';
import { AuditLog } from './audit-log';
import { RecordLimits } from './record-limits';

/** The service's audit log below its state folder. Its head lies outside the log's own folder, so that removing that is noticed. */
export const openAuditLog = (stateFolder: string, clock: Clock, log: Logger): AuditLog =>
  new AuditLog(
    path.join(stateFolder, 'audit', 'audit.jsonl'),
    path.join(stateFolder, 'audit-head.json'),
    clock,
    {
      onFailure: (error) => {
        log.error({ error }, 'an activity could not be recorded');
        stateReports.notStored(error);
      },
      onBroken: (file, number) => stateReports.logBroken(file, number),
      limits: new RecordLimits({ now: () => performance.now() }),
    },
  );
