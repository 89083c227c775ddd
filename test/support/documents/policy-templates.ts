import { z } from 'zod';
import { PolicySettings } from '@shared/domain/settings/policy';
import type { SettingKey } from '@shared/domain/settings/setting-keys';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import type { Translate } from '@shared/i18n/translator';
import texts from '../../../build/windows/policy-templates/texts.json' with { type: 'json' };
import type { Shape } from '../contract-shapes';

/** The registry key of the policy, below HKEY_LOCAL_MACHINE; `build/windows/host/base/product.h` has it too. */
const POLICY_KEY = 'Software\\Policies\\Remote Service';

/** The languages of the templates, by the names of the folders in which Windows looks for them. */
export const TEMPLATE_LANGUAGES = Object.keys(texts) as (keyof typeof texts)[];
type Texts = (typeof texts)[keyof typeof texts];

const PLACES = ['Locked', 'Defaults'] as const;
type Place = (typeof PLACES)[number];

type Kind =
  | { type: 'boolean' }
  | { type: 'enum'; values: string[] }
  | { type: 'number'; low: number; high: number }
  | { type: 'text'; longest: number }
  | { type: 'lines' };

const SERVER_EXAMPLE = String.raw`{"name":"Local","kind":"local","path":"C:\\Licences"}`;
const NAMESPACE =
  'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

const SHAPES = (z.toJSONSchema(PolicySettings, { io: 'output' }) as Shape).properties ?? {};
const KEYS = Object.keys(SHAPES) as SettingKey[];

/** How a template writes a setting; one that may be null can only be given a value. */
const kindOf = (shape: Shape): Kind => {
  const [value = shape] = (shape.anyOf ?? []).filter(({ type }) => type !== 'null');
  if (value.enum !== undefined) return { type: 'enum', values: value.enum.map(String) };
  switch (value.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return { type: 'number', low: value.minimum ?? 0, high: value.maximum ?? 0 };
    case 'string':
      return { type: 'text', longest: value.maxLength ?? 0 };
    case 'array':
      return { type: 'lines' };
    default:
      throw new Error(`A template cannot hold ${JSON.stringify(value)}.`);
  }
};

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** Names may hold letters, digits and underscores alone. */
const nameOf = (place: Place, key: string) => `${place}_${key.replaceAll('.', '_')}`;
const itemName = (name: string, value: string) => `${name}_${value.replaceAll('-', '_')}`;

const elementOf = (key: string, name: string, kind: Exclude<Kind, { type: 'boolean' }>) => {
  const where = `id="value" valueName="${key}"`;
  switch (kind.type) {
    case 'text':
      return `<text ${where} required="true" maxLength="${kind.longest}"/>`;
    case 'number':
      return `<decimal ${where} required="true" minValue="${kind.low}" maxValue="${kind.high}"/>`;
    case 'lines':
      return `<multiText ${where}/>`;
    case 'enum': {
      const items = kind.values.map(
        (value) =>
          `<item displayName="$(string.${itemName(name, value)})"><value><string>${value}</string></value></item>`,
      );
      return `<enum ${where} required="true">${items.join('')}</enum>`;
    }
  }
};

const policyOf = (place: Place, key: string) => {
  const kind = kindOf(SHAPES[key] ?? {});
  const name = nameOf(place, key);
  const words = `displayName="$(string.${name})" explainText="$(string.${name}_Help)"`;
  const head = `name="${name}" class="Machine" ${words} key="${POLICY_KEY}\\${place}"`;
  const category = `<parentCategory ref="${place}"/><supportedOn ref="Supported"/>`;
  return kind.type === 'boolean'
    ? `<policy ${head} valueName="${key}">${category}<enabledValue><decimal value="1"/></enabledValue><disabledValue><decimal value="0"/></disabledValue></policy>`
    : `<policy ${head} presentation="$(presentation.${name})">${category}<elements>${elementOf(key, name, kind)}</elements></policy>`;
};

const CONTACT = `<policy name="LockedBy" class="Machine" displayName="$(string.LockedBy)" explainText="$(string.LockedBy_Help)" key="${POLICY_KEY}" presentation="$(presentation.LockedBy)"><parentCategory ref="RemoteService"/><supportedOn ref="Supported"/><elements><text id="value" valueName="LockedBy" required="true" maxLength="200"/></elements></policy>`;

const category = (name: string, parent = '') =>
  `<category name="${name}" displayName="$(string.${name})">${parent === '' ? '' : `<parentCategory ref="${parent}"/>`}</category>`;

const lines = (...parts: string[]) => `${parts.join('\n')}\n`;

/** The administrative template: a policy for each setting that can be locked, once as locked and once as a default. */
export const policyTemplate = () =>
  lines(
    HEAD,
    `<policyDefinitions ${NAMESPACE}>`,
    '<policyNamespaces><target prefix="remoteservice" namespace="RemoteService.Policies"/></policyNamespaces>',
    '<resources minRequiredRevision="1.0"/>',
    '<supportedOn><definitions><definition name="Supported" displayName="$(string.Supported)"/></definitions></supportedOn>',
    '<categories>',
    category('RemoteService'),
    ...PLACES.map((place) => category(place, 'RemoteService')),
    '</categories>',
    '<policies>',
    CONTACT,
    ...PLACES.flatMap((place) => KEYS.map((key) => policyOf(place, key))),
    '</policies>',
    '</policyDefinitions>',
  );

const presentationOf = (name: string, label: string, kind: Kind) => {
  switch (kind.type) {
    case 'boolean':
      return [];
    case 'text':
      return [
        `<presentation id="${name}"><textBox refId="value"><label>${label}</label></textBox></presentation>`,
      ];
    case 'number':
      return [
        `<presentation id="${name}"><decimalTextBox refId="value" defaultValue="${kind.low}">${label}</decimalTextBox></presentation>`,
      ];
    case 'lines':
      return [
        `<presentation id="${name}"><multiTextBox refId="value">${label}</multiTextBox></presentation>`,
      ];
    case 'enum':
      return [
        `<presentation id="${name}"><dropdownList refId="value" noSort="true">${label}</dropdownList></presentation>`,
      ];
  }
};

const helpOf = (place: Place, key: string, kind: Kind, words: Texts) => {
  const about = place === 'Locked' ? words.lockedHelp : words.defaultsHelp;
  const rows =
    key === 'licenceServers' ? words.serversHelp.replace('{example}', SERVER_EXAMPLE) : words.linesHelp;
  return [about, ...(kind.type === 'lines' ? [rows] : []), words.key.replace('{key}', key)].join('\n\n');
};

/** The texts of the template in a language; `translate` is that of its `locale` in `texts.json`. */
export const policyTemplateTexts = (language: keyof typeof texts, translate: Translate) => {
  const words: Texts = texts[language];
  const string = (id: string, text: string) => `<string id="${id}">${escape(text)}</string>`;
  const labelOf = (key: SettingKey) =>
    key in CONTROL_LABELS
      ? translate(CONTROL_LABELS[key as keyof typeof CONTROL_LABELS])
      : words[key as 'updates.maxKilobytesPerSecond'];
  const policies = PLACES.flatMap((place) =>
    KEYS.map((key) => ({ place, key, name: nameOf(place, key), kind: kindOf(SHAPES[key] ?? {}) })),
  );
  return lines(
    HEAD,
    `<policyDefinitionResources ${NAMESPACE}>`,
    '<displayName>Remote Service</displayName>',
    '<description>Remote Service</description>',
    '<resources>',
    '<stringTable>',
    string('RemoteService', 'Remote Service'),
    string('Supported', words.supported),
    string('Locked', words.locked),
    string('Defaults', words.defaults),
    string('LockedBy', words.contact),
    string('LockedBy_Help', words.contactHelp),
    ...policies.flatMap(({ place, key, name, kind }) => [
      string(name, labelOf(key)),
      string(`${name}_Help`, helpOf(place, key, kind, words)),
      ...(kind.type === 'enum' ? kind.values.map((value) => string(itemName(name, value), value)) : []),
    ]),
    '</stringTable>',
    '<presentationTable>',
    ...presentationOf('LockedBy', escape(words.contact), { type: 'text', longest: 200 }),
    ...policies.flatMap(({ key, name, kind }) => presentationOf(name, escape(labelOf(key)), kind)),
    '</presentationTable>',
    '</resources>',
    '</policyDefinitionResources>',
  );
};
