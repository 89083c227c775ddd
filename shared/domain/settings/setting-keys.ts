import { z } from 'zod';
import { SealedSecret, SecretValue, Settings, SettingsDraft, type SettingsView } from './settings';

type ValueAt<T, Key extends string> = Key extends `${infer Section}.${infer Rest}`
  ? Section extends keyof T
    ? ValueAt<T[Section], Rest>
    : never
  : Key extends keyof T
    ? T[Key]
    : never;

type KeysIn<T, Prefix extends string = ''> = {
  [Name in keyof T & string]: T[Name] extends Readonly<Record<string, unknown>>
    ? KeysIn<T[Name], `${Prefix}${Name}.`>
    : `${Prefix}${Name}`;
}[keyof T & string];

/** A setting by the name that the file, the command line, the policy and the checks use for it, `proxy.url` for one. */
export type SettingKey = Exclude<KeysIn<Settings>, 'version'>;
export type SettingValue<Key extends SettingKey> = ValueAt<Settings, Key>;
/** A setting that leaves the settings layer only as set or not set. */
export type SecretKey = {
  [Key in SettingKey]: ValueAt<SettingsView, Key> extends { isSet: boolean } ? Key : never;
}[SettingKey];

const withoutDefault = (schema: unknown): unknown =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? schema.unwrap() : schema;

/** The schemas of single settings by their keys, without their defaults. */
const schemasIn = (section: z.ZodObject, prefix = ''): [key: string, schema: unknown][] =>
  Object.entries(section.shape).flatMap(([name, field]): [string, unknown][] => {
    const schema = withoutDefault(field);
    const path = `${prefix}${name}`;
    return schema instanceof z.ZodObject ? schemasIn(schema, `${path}.`) : [[path, schema]];
  });

const SCHEMAS = new Map(schemasIn(Settings));
SCHEMAS.delete('version');
const DRAFT_SCHEMAS = new Map(schemasIn(SettingsDraft));

/** Every setting, in the order of the settings file. */
export const SETTING_KEYS = [...SCHEMAS.keys()] as SettingKey[];

const isSealed = (schema: unknown) => schema instanceof z.ZodNullable && schema.unwrap() === SealedSecret;

export const SECRET_KEYS = SETTING_KEYS.filter((key) => isSealed(SCHEMAS.get(key))) as SecretKey[];

export const isSecretKey = (key: SettingKey): key is SecretKey =>
  (SECRET_KEYS as readonly string[]).includes(key);

/** The schema of a setting without its default. */
export const schemaOf = <Key extends SettingKey>(key: Key) =>
  SCHEMAS.get(key) as z.ZodType<SettingValue<Key>>;

/** How many characters of a setting may be typed, one that is too long to be saved included; undefined for what is no text. */
export const maxLengthOf = (key: SettingKey): number | undefined => {
  const schema = isSecretKey(key) ? SecretValue : DRAFT_SCHEMAS.get(key);
  return schema instanceof z.ZodString ? (schema.maxLength ?? undefined) : undefined;
};

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a key of settings in any of their forms; undefined where there is none. */
export const valueAt = (settings: object, key: SettingKey): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (node, name) => (isTree(node) && Object.hasOwn(node, name) ? node[name] : undefined),
      settings,
    );

/** A deep copy with the value at one key replaced; a section that is missing, or no section, is made. */
export const withValueAt = (settings: object, key: SettingKey, value: unknown): Tree => {
  const copy = structuredClone(settings) as Tree;
  const names = key.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Tree>((node, name) => {
    if (!Object.hasOwn(node, name) || !isTree(node[name])) node[name] = {};
    return node[name] as Tree;
  }, copy);
  parent[last] = value;
  return copy;
};
