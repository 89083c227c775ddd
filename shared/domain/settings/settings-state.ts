import { z } from 'zod';
import { PolicyState } from './policy';
import { SettingsView } from './settings';
import { SettingsProblem } from './settings-check';

/** The settings with what is known about the file they came from. */
export const SettingsState = z.strictObject({
  /** Changes with every save; a save from an older one is refused. */
  revision: z.string().max(64),
  settings: SettingsView,
  /** A file that could not be read, kept aside under this name; defaults are in force. */
  keptAside: z
    .strictObject({ code: z.enum(['settings-broken', 'settings-newer']), fileName: z.string().max(255) })
    .nullable(),
  /** The effect of the organisation's policy on the settings; null where there is none. */
  policy: PolicyState.nullable().default(null),
});
export type SettingsState = z.output<typeof SettingsState>;

/** What became of a draft that was to be saved: the settings as they are now, or what keeps them from being saved. */
export const SaveResult = z.discriminatedUnion('saved', [
  z.strictObject({ saved: z.literal(true), state: SettingsState }),
  z.strictObject({ saved: z.literal(false), problems: z.array(SettingsProblem).max(500) }),
]);
export type SaveResult = z.output<typeof SaveResult>;
