import { z } from 'zod';

/** The window's own choices; each one survives a file with the others broken. */
export const Preferences = z.strictObject({
  colourScheme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  notifications: z.boolean().default(true).catch(true),
  /** Closing the window keeps the tray; false = closing it ends the app (never the installed service). */
  keepInTray: z.boolean().default(true).catch(true),
  /** Started with the session, hidden in the tray; null = as the installation has it: on for operators of an installed service. */
  startAtLogin: z.boolean().nullable().default(null).catch(null),
});
export type Preferences = z.output<typeof Preferences>;
