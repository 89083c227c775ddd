import { CONTROL_IDS, CONTROL_NUMBERS } from '@shared/domain/settings/control-numbers';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import { aligned } from '@electron/cli/command-answer';
import type { Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { settingsComplaint, settingText } from '@electron/cli/setting-text';

/** `settings [--numbered]`: the controls of the page as they are labelled there, for whoever reads along on the telephone. */
export const settingsList: Command = async ({ settings, translate }, { options }) => {
  const state = await settings.read();
  const { settings: view, policy } = state;
  const controls = CONTROL_IDS.map((id) => {
    const key = SETTING_KEYS.find((known) => known === id) ?? null;
    const number = CONTROL_NUMBERS[id];
    const value = key === null ? null : settingText(view, key, translate);
    const isLocked = key !== null && policy?.locked.includes(key) === true;
    return { number, label: translate(CONTROL_LABELS[id]), key, value, isLocked };
  });
  const isNumbered = options.numbered !== undefined;
  const rows = controls.map(({ number, label, value, isLocked }) => {
    const name = isNumbered ? `${String(number).padStart(3)}  ${label}` : label;
    const lock = isLocked ? `  [${translate('commandAnswer.settings.locked')}]` : '';
    return [name, `${value ?? ''}${lock}`] as const;
  });
  return {
    exitCode: EXIT.done,
    json: { controls },
    text: aligned(rows),
    complaint: settingsComplaint(state, translate),
  };
};
