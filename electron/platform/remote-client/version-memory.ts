import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProgramFinding } from '@electron/platform/programs';

/** A version that is only shown is not waited for longer than this; it is known the next time. */
const SHOWN_LIMIT_MS = 250;

/** Asks for a program's version once for every state of its file; a program that may not be started has none. */
export const createVersionMemory = (read: (file: string) => Promise<string | null>) => {
  const known = new Map<string, Promise<string | null>>();
  return async (finding: ProgramFinding, isNeeded: boolean): Promise<string | null> => {
    if (finding.is !== 'trusted') return null;
    const facts = await stat(finding.file).catch(() => null);
    const key = `${finding.file} ${facts?.mtimeMs ?? 0} ${facts?.size ?? 0}`;
    const version = known.get(key) ?? read(finding.file);
    known.set(key, version);
    return isNeeded ? version : Promise.race([version, wait(SHOWN_LIMIT_MS, null)]);
  };
};
