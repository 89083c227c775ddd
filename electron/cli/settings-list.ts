import { CONTROL_IDS, CONTROL_NUMBERS } from '@shared/domain/control-numbers';
import { SETTING_KEYS } from '@electron/settings/settings-keys';
import { aligned } from './answer';
import type { Command } from './command-context';
import { EXIT } from './exit-codes';
import { settingText } from './setting-text';

/** `settings [--numbered]`: the controls of the page as they are labelled there, for whoever reads along on the telephone. */
export const settingsList: Command = async ({ settings, translate }, { options }) => {
  const { settings: view } = await settings.read();
  const controls = CONTROL_IDS.map((id) => {
    const key = SETTING_KEYS.find((known) => known === id) ?? null;
    const number = CONTROL_NUMBERS[id];
    const value = key === null ? null : settingText(view, key, translate);
    return { number, label: translate(`control.${number}`), key, value };
  });
  const isNumbered = options.numbered !== undefined;
  const rows = controls.map(({ number, label, value }) => {
    const name = isNumbered ? `${String(number).padStart(3)}  ${label}` : label;
    return [name, value ?? ''] as const;
  });
  return { exitCode: EXIT.done, json: { controls }, text: aligned(rows), complaint: '' };
};
