import { z } from 'zod';
import { call } from '@shared/contract/define';

export const calendarCalls = {
  /** Saves the dates of the licence in force as an iCalendar file through the system's save dialog; null when it was cancelled. */
  save: call({
    access: 'read',
    input: z.void(),
    output: z.strictObject({ fileName: z.string().max(255).nullable() }),
    fails: ['no-licence', 'licence-without-dates', 'file-not-saved'],
  }),
};
