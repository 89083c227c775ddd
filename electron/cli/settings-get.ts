import { readSetting, SETTING_KEYS, settingKeyOf } from '@electron/settings/settings-keys';
import { aligned, complaintOf } from './answer';
import type { Command } from './command-context';
import { EXIT } from './exit-codes';
import { settingText } from './setting-text';

/** `settings get [KEY]`: the settings in force, or one of them; of a secret only whether it is set. */
export const settingsGet: Command = async ({ settings, translate }, { operands: [name] }) => {
  const key = name === undefined ? null : settingKeyOf(name);
  const { settings: view, keptAside } = await settings.read();
  return {
    exitCode: EXIT.done,
    json: key === null ? view : readSetting(view, key),
    text:
      key === null
        ? aligned(SETTING_KEYS.map((each) => [each, settingText(view, each, translate)]))
        : settingText(view, key, translate),
    complaint: keptAside === null ? '' : complaintOf(translate, keptAside.code, { file: keptAside.fileName }),
  };
};
