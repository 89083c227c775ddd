import { AppError } from '@shared/errors/app-error';
import { isSecretKey, type SettingKey } from '@shared/domain/setting-keys';
import { changeSecret, changeSetting, readSetting, settingKeyOf } from '@electron/settings/settings-keys';
import type { Command } from './command-context';
import { EXIT } from './exit-codes';
import { putInForce, refusalOf, saveEdit, type Edit } from './save-settings';

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

/** `settings set KEY VALUE`: changes one setting, with the checks of the page. */
export const settingsSet: Command = async (context, { operands: [name = '', value = ''] }) => {
  const key = settingKeyOf(name);
  const edit = await editOf(key, value, context.io.stdin);
  context.prepareFolders();
  const result = await saveEdit(context.settings, edit);
  if (!result.saved) return refusalOf(context, result.problems, key);
  await putInForce(context, key);
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
