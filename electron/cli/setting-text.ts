import { complaintOf } from './command-answer';
import type { SettingsView } from '@shared/domain/settings/settings';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { Translate } from '@shared/i18n/translator';
import { isSecretKey, type SettingKey } from '@shared/domain/settings/setting-keys';
import { settingsNotices } from '@electron/settings/settings-notices';
import { readSetting } from '@electron/settings/settings-keys';

export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A setting for a person: text as it is, the rest as JSON, of a secret only whether it is set. */
export const settingText = (view: SettingsView, key: SettingKey, translate: Translate): string => {
  const value = readSetting(view, key);
  if (!isSecretKey(key)) return valueText(value);
  const { isSet } = value as { isSet: boolean };
  return translate(isSet ? 'commandLine.value.set' : 'commandLine.value.notSet');
};

/** A file that was kept aside, a policy that is not believed: for stderr, a line each. */
export const settingsComplaint = (state: SettingsState, translate: Translate): string =>
  settingsNotices(state, '')
    .map(({ code, params }) => complaintOf(translate, code, params))
    .join('\n');
