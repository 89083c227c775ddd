import { CONTROL_IDS, placeOf } from '@shared/domain/settings/control-numbers';
import { SETTING_KEYS, isSecretKey, type SettingKey } from '@shared/domain/settings/setting-keys';
import { AppError } from '@shared/errors/app-error';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { controlPlaceWords } from '@shared/i18n/control-place-words';
import { aligned } from '@electron/cli/command-answer';
import type { Command, CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { readOperand } from '@electron/cli/read-operand';
import { refusalOf, reloadService, saveEdit, type Edit } from '@electron/cli/save-settings';
import { settingText, settingsComplaint } from '@electron/cli/setting-text';
import { STANDARD_STREAM } from '@electron/cli/standard-stream';
import { changeSecret, changeSetting, readSetting, settingKeyOf } from '@electron/settings/settings-keys';

/**
 * `settings [--numbered]`: the settings as they are labelled on the pages, for whoever reads along on the telephone. With
 * numbers every other control stands there too, below the name of its page.
 */
export const settingsList: Command = async ({ settings, translate }, { options }) => {
  const state = await settings.read();
  const { settings: view, policy } = state;
  const isNumbered = options.numbered !== undefined;
  const controls = CONTROL_IDS.map((id) => {
    const key = SETTING_KEYS.find((known) => known === id) ?? null;
    const value = key === null ? null : settingText(view, key, translate);
    const isLocked = key !== null && policy?.locked.includes(key) === true;
    const { number } = placeOf(id);
    return {
      number,
      label: translate(CONTROL_LABELS[id]),
      page: controlPlaceWords(id, translate),
      key,
      value,
      isLocked,
    };
  });
  const rowOf = ({ number, label, value, isLocked }: (typeof controls)[number]) => {
    const lock = isLocked ? `  [${translate('commandAnswer.settings.locked')}]` : '';
    const name = isNumbered ? `${String(number).padStart(3)}  ${label}` : label;
    return [name, `${value ?? ''}${lock}`] as const;
  };
  const listed = controls.filter(({ key }) => isNumbered || key !== null);
  const pages = new Set(listed.map(({ page }) => page));
  const textOf = (page: string) =>
    `${page}\n${aligned(listed.filter((control) => control.page === page).map(rowOf))}`;
  return {
    exitCode: EXIT.done,
    json: { controls },
    text: [...pages].map(textOf).join('\n\n'),
    complaint: settingsComplaint(state, translate),
  };
};

/** `settings get [KEY]`: the settings in force, or one of them; of a secret only whether it is set. */
export const settingsGet: Command = async ({ settings, translate }, { operands: [name] }) => {
  const key = name === undefined ? null : settingKeyOf(name);
  const state = await settings.read();
  const view = state.settings;
  return {
    exitCode: EXIT.done,
    json: key === null ? view : readSetting(view, key),
    text:
      key === null
        ? aligned(SETTING_KEYS.map((each) => [each, settingText(view, each, translate)]))
        : settingText(view, key, translate),
    complaint: settingsComplaint(state, translate),
  };
};

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
