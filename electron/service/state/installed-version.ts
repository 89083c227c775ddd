import path from 'node:path';
import { z } from 'zod';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import { createStateWriter, readStateFile } from './state-file';

const Installed = z.strictObject({ version: z.string().max(64) });

/** Records that another version runs than the last time; the first one has replaced none. */
export const recordVersion = async (
  version: string,
  stateFolder: string,
  audit: AuditSink,
  now: number,
): Promise<void> => {
  const file = path.join(stateFolder, 'installed-version.json');
  const stored = await readStateFile(file, Installed, now);
  const previous = stored.outcome === 'read' ? stored.value.version : null;
  if (previous === version) return;
  if (previous !== null) await audit.append('update-installed', 'service', { version, previous });
  await createStateWriter(file)({ version });
};
