import type { SettingsView } from '@shared/domain/settings';
import type { Translate } from '@shared/i18n/translator';
import { isSecretKey, readSetting, type SettingKey } from '@electron/settings/settings-keys';

export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A setting for a person: text as it is, the rest as JSON, of a secret only whether it is set. */
export const settingText = (view: SettingsView, key: SettingKey, translate: Translate): string => {
  const value = readSetting(view, key);
  if (!isSecretKey(key)) return valueText(value);
  const { isSet } = value as { isSet: boolean };
  return translate(isSet ? 'commandLine.value.set' : 'commandLine.value.notSet');
};
