import { AppError } from '@shared/errors/app-error';
import { isSecretKey, type SettingKey } from '@shared/domain/settings/setting-keys';
import { changeSecret, changeSetting, readSetting, settingKeyOf } from '@electron/settings/settings-keys';
import type { Command, CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { readOperand } from '@electron/cli/read-operand';
import { reloadService, refusalOf, saveEdit, type Edit } from '@electron/cli/save-settings';
import { STANDARD_STREAM } from '@electron/cli/standard-stream';

const withoutLineEnd = (text: string) => text.replace(/\r?\n$/, '');

const standardInput = async (context: CommandContext) => {
  const bytes = await readOperand(context, STANDARD_STREAM);
  if (bytes === null) throw new AppError('usage-wrong', { detail: STANDARD_STREAM });
  return withoutLineEnd(new TextDecoder().decode(bytes));
};

/** A secret comes from the standard input only: the arguments of a process can be read by every user of the machine. */
const editOf = async (context: CommandContext, key: SettingKey, value: string): Promise<Edit> => {
  if (isSecretKey(key) && value === 'null') return (view) => changeSecret(view, key, { action: 'clear' });
  if (isSecretKey(key) && value !== STANDARD_STREAM) throw new AppError('secret-from-stdin');
  const text = value === STANDARD_STREAM ? await standardInput(context) : value;
  if (!isSecretKey(key)) return (view) => changeSetting(view, key, text);
  if (text === '') throw new AppError('setting-required');
  return (view) => changeSecret(view, key, { action: 'set', value: text });
};

/** `settings set KEY VALUE`: changes one setting, with the checks of the page. */
export const settingsSet: Command = async (context, { operands: [name = '', value = ''] }) => {
  const key = settingKeyOf(name);
  const edit = await editOf(context, key, value);
  context.prepareFolders();
  const result = await saveEdit(context.settings, edit);
  if (!result.saved) return refusalOf(context, result.problems, key);
  await reloadService(context, key);
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
