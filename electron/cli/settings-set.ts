import { AppError } from '@shared/errors/app-error';
import type { SettingsDraft, SettingsView } from '@shared/domain/settings';
import type { SettingsProblem } from '@shared/domain/settings-check';
import type { SettingsRepository } from '@electron/settings/settings-repository';
import {
  changeSecret,
  changeSetting,
  isSecretKey,
  readSetting,
  settingKeyOf,
  type SettingKey,
} from '@electron/settings/settings-keys';
import { complaintOf, failureDocument, type Answer } from './answer';
import { askService, type Command, type CommandContext } from './command-context';
import { EXIT, exitCodeOf } from './exit-codes';

type Edit = (view: SettingsView) => SettingsDraft;

const TRIES = 3;

const withoutLineEnd = (text: string) => text.replace(/\r?\n$/, '');

/** A secret comes from the standard input only: the arguments of a process can be read by every user of the machine. */
const editOf = async (key: SettingKey, value: string, stdin: () => Promise<string>): Promise<Edit> => {
  if (isSecretKey(key) && value === 'null') return (view) => changeSecret(view, key, { action: 'clear' });
  if (isSecretKey(key) && value !== '-') throw new AppError('secret-from-stdin');
  const text = value === '-' ? withoutLineEnd(await stdin()) : value;
  if (!isSecretKey(key)) return (view) => changeSetting(view, key, text);
  if (text === '') throw new AppError('setting-required');
  return (view) => changeSecret(view, key, { action: 'set', value: text });
};

/** One key is changed whatever the others are, so a change by somebody else in between is no reason to give up. */
const save = async (settings: SettingsRepository, edit: Edit) => {
  for (let attempt = 1; ; attempt += 1) {
    const { revision, settings: view } = await settings.read();
    const draft = edit(view);
    const { consequences } = await settings.check(draft);
    try {
      return { ...(await settings.save(revision, draft)), consequences };
    } catch (error) {
      const isRace = error instanceof AppError && error.code === 'settings-changed-meanwhile';
      if (!isRace || attempt === TRIES) throw error;
    }
  }
};

const refusalOf = ({ translate }: CommandContext, key: SettingKey, problems: SettingsProblem[]): Answer => {
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
const putInForce = async (context: CommandContext) => {
  try {
    await askService(context, 'operator', (client) => client.settings.reload());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

/** `settings set KEY VALUE`: changes one setting, with the checks of the page. */
export const settingsSet: Command = async (context, { operands: [name = '', value = ''] }) => {
  const key = settingKeyOf(name);
  const edit = await editOf(key, value, context.io.stdin);
  context.prepareFolders();
  const result = await save(context.settings, edit);
  if (!result.saved) return refusalOf(context, key, result.problems);
  await putInForce(context);
  const { consequences } = result;
  const { translate } = context;
  return {
    exitCode: EXIT.done,
    json: { saved: true, key, value: readSetting(result.state.settings, key), consequences },
    text: [
      translate('commandLine.saved'),
      ...consequences.map((consequence) => translate(`consequence.${consequence}`)),
    ].join('\n'),
    complaint: '',
  };
};
