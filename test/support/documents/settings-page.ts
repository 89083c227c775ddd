import { z } from 'zod';
import { PolicySettings } from '@shared/domain/settings/policy';
import { placeOf } from '@shared/domain/settings/control-numbers';
import { isSecretKey, SETTING_KEYS, valueAt, type SettingKey } from '@shared/domain/settings/setting-keys';
import { defaultSettings, LicenceServerSettings, Settings } from '@shared/domain/settings/settings';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import type { Translate } from '@shared/i18n/translator';
import type { Shape } from '../contract-shapes';
import { code, page, table, typeText } from './markdown';

const shapeOfSettings = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output' }) as Shape;

const shapeAt = (key: SettingKey): Shape =>
  key.split('.').reduce((shape, name) => shape.properties?.[name] ?? {}, shapeOfSettings(Settings));

const ROWS_ELSEWHERE: Partial<Record<SettingKey, string>> = {
  licenceServers: 'list 0..100 of licence servers, below',
};

const typeOf = (key: SettingKey) =>
  isSecretKey(key) ? 'secret, text 1..512' : (ROWS_ELSEWHERE[key] ?? typeText(shapeAt(key)));

const isLockable = (key: SettingKey) => Object.hasOwn(PolicySettings.shape, key);

const labelOf = (key: SettingKey, translate: Translate) => {
  if (!(key in CONTROL_LABELS)) return ['', ''];
  const id = key as keyof typeof CONTROL_LABELS;
  return [translate(CONTROL_LABELS[id]), String(placeOf(id).number)];
};

const serverRows = () => {
  const { properties = {} } = shapeOfSettings(LicenceServerSettings);
  return Object.entries(properties).map(([name, shape]) => [code(name), typeText(shape)]);
};

/** Every setting with its type, its default and whether a policy can lock it. */
export const settingsPage = (translate: Translate) =>
  page(
    '# Settings',
    'Made by `npm run reference` from `shared/domain/settings`. Numbers after a type are the shortest and longest text, the smallest and largest number, or the fewest and most entries. The label is that of the page in British English, the number the one that F2 shows.',
    table(
      ['Key', 'Type', 'Default', 'A policy can lock it', 'Label', 'Number'],
      SETTING_KEYS.map((key) => [
        code(key),
        typeOf(key),
        code(isSecretKey(key) ? 'not set' : JSON.stringify(valueAt(defaultSettings(), key))),
        isLockable(key) ? 'yes' : 'no',
        ...labelOf(key, translate),
      ]),
    ),
    '## A licence server',
    table(['Member', 'Type'], serverRows()),
  );
