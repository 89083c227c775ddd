import { runProgram, type RunProgram } from '../programs';
import { createWindowsHost } from '../windows-host';
import type { EventLog } from './event-log';
import { createLinuxEventLog } from './linux-event-log';
import { createWindowsEventLog } from './windows-event-log';

export type { EventFields, EventLog } from './event-log';

/** The log of the system: the journal, or the application log of Windows. */
export const createEventLog = (
  platform: NodeJS.Platform = process.platform,
  run: RunProgram = runProgram,
): EventLog =>
  platform === 'win32' ? createWindowsEventLog(createWindowsHost(run)) : createLinuxEventLog(run);
