import { z } from 'zod';
import type { WindowsHost } from '../windows-host';
import { oneLine, type EventLog } from './event-log';

/** The text of the event is in the helper, in the language of whoever reads it; here only what belongs to this one. */
export const createWindowsEventLog = (host: WindowsHost): EventLog => ({
  write: async (event, fields) => {
    const input = Object.entries(fields).map(([name, value]) => `${name}: ${oneLine(value)}\n`);
    const { outcome } = await host.ask(['report-event', event], z.unknown(), { input: input.join('') });
    return outcome === 'done';
  },
});
