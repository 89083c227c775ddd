import path from 'node:path';
import { z } from 'zod';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import { CalendarDay, Timestamp } from '@shared/domain/time/dates';
import { readSmallFile } from '@electron/platform/private-files';
import { createStateWriter, readStateFile } from './state-file';

const CAP = 256 * 1024;
const Note = z.strictObject({ at: Timestamp, version: z.string().max(64), released: CalendarDay });
const Taken = z.strictObject({ taken: z.number().int().min(0) });

/** A line that is no note counts too, so that the place of the others does not change. */
const parseLine = (line: string) => {
  try {
    return Note.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

const readLines = async (file: string) => {
  const read = await readSmallFile(file, CAP);
  if (!read.found) return [];
  // Text after the last line end is a line that is still being written.
  return new TextDecoder().decode(read.bytes).split('\n').slice(0, -1);
};

/**
 * Takes over into the audit log what installers have noted since the last time: that an update was installed without
 * asking whether the maintenance covers it. `file` null = there is nothing to take over.
 */
export const importSkippedEntitlements = async (
  file: string | null,
  stateFolder: string,
  audit: AuditSink,
  now: number,
): Promise<void> => {
  if (file === null) return;
  const stateFile = path.join(stateFolder, 'installer-notes.json');
  const stored = await readStateFile(stateFile, Taken, now);
  const lines = await readLines(file);
  const known = stored.outcome === 'read' ? stored.value.taken : 0;
  // A shorter file is a new one: the old one went with a purge.
  const taken = known > lines.length ? 0 : known;
  for (const line of lines.slice(taken)) {
    const note = parseLine(line);
    if (note !== null) await audit.append('entitlement-skipped', 'operator', note);
  }
  if (lines.length !== known) await createStateWriter(stateFile)({ taken: lines.length });
};
