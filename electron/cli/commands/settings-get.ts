import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import { readSetting, settingKeyOf } from '@electron/settings/settings-keys';
import { aligned } from '@electron/cli/command-answer';
import type { Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { settingsComplaint, settingText } from '@electron/cli/setting-text';

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
