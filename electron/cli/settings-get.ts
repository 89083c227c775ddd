import {
  isSecretKey,
  readSetting,
  SETTING_KEYS,
  settingKeyOf,
  type SettingKey,
} from '@electron/settings/settings-keys';
import type { SettingsView } from '@shared/domain/settings';
import type { Translate } from '@shared/i18n/translator';
import { aligned, complaintOf } from './answer';
import type { Command } from './command-context';
import { EXIT } from './exit-codes';

const shown = (view: SettingsView, key: SettingKey, translate: Translate): string => {
  const value = readSetting(view, key);
  if (!isSecretKey(key)) return typeof value === 'string' ? value : JSON.stringify(value);
  const { isSet } = value as { isSet: boolean };
  return translate(isSet ? 'commandLine.value.set' : 'commandLine.value.notSet');
};

/** `settings get [KEY]`: the settings in force, or one of them; of a secret only whether it is set. */
export const settingsGet: Command = async ({ settings, translate }, { operands: [name] }) => {
  const key = name === undefined ? null : settingKeyOf(name);
  const { settings: view, keptAside } = await settings.read();
  return {
    exitCode: EXIT.done,
    json: key === null ? view : readSetting(view, key),
    text:
      key === null
        ? aligned(SETTING_KEYS.map((each) => [each, shown(view, each, translate)]))
        : shown(view, key, translate),
    complaint: keptAside === null ? '' : complaintOf(translate, keptAside.code, { file: keptAside.fileName }),
  };
};
