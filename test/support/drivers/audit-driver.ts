import path from 'node:path';
import { AuditLog } from '@electron/service/audit/audit-log';
import { systemClock } from '@shared/domain/time/clock';

/** Appends records for ever and says the number of each that is on disk. */
const [folder = ''] = process.argv.slice(2);
const log = new AuditLog(
  path.join(folder, 'audit', 'audit.jsonl'),
  path.join(folder, 'head.json'),
  systemClock,
);
log.onAppended(({ number }) => process.stdout.write(`${number}\n`));

for (;;) await log.append('try-again', 'operator', { text: 'x'.repeat(500) });
