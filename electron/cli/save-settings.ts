import { AppError } from '@shared/errors/app-error';
import type { SettingsDraft, SettingsView } from '@shared/domain/settings/settings';
import type { Consequence, SettingsProblem } from '@shared/domain/settings/settings-check';
import type { SettingKey } from '@shared/domain/settings/setting-keys';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';
import { complaintOf, failureDocument, type CommandAnswer } from './command-answer';
import { askService, type CommandContext } from './command-context';
import { exitCodeOf } from '@shared/errors/error-catalogue';

const TRIES = 3;

export type Edit = (view: SettingsView) => SettingsDraft;

export type Saved = { consequences: Consequence[]; before: SettingsView; draft: SettingsDraft } & (
  { saved: true; state: SettingsState } | { saved: false; problems: SettingsProblem[] }
);

/** An edit names what it changes whatever the rest is, so a change by somebody else in between is no reason to give up. */
export const saveEdit = async (settings: SettingsRepository, edit: Edit): Promise<Saved> => {
  for (let attempt = 1; ; attempt += 1) {
    const { revision, settings: before } = await settings.read();
    const draft = edit(before);
    const { consequences } = await settings.check(draft);
    try {
      return { ...(await settings.save(revision, draft)), consequences, before, draft };
    } catch (error) {
      const isRace = error instanceof AppError && error.code === 'settings-changed-meanwhile';
      if (!isRace || attempt === TRIES) throw error;
    }
  }
};

/** Says what keeps settings from being saved; of several the one about `key` first. */
export const refusalOf = (
  { translate }: Pick<CommandContext, 'translate'>,
  problems: SettingsProblem[],
  key = '',
): CommandAnswer => {
  const first = problems.find(({ path }) => path.startsWith(key)) ?? problems[0];
  if (first === undefined) throw new AppError('settings-invalid');
  const { path, code, params } = first;
  return {
    exitCode: exitCodeOf(code),
    json: { ...failureDocument(translate, code, params, path), problems },
    text: '',
    complaint: `${path}: ${complaintOf(translate, code, params)}`,
  };
};

/** The service also watches the file; asking makes the change hold when the command ends. */
export const reloadService = async (context: CommandContext, key?: SettingKey) => {
  try {
    await askService(context, 'operator', (client) => client.settings.reload());
    // A permission that is given once more counts anew, even where the file says the same as before.
    if (key === 'remoteAssistance.allowed') {
      await askService(context, 'operator', (client) => client.assistance.permitAgain());
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};
