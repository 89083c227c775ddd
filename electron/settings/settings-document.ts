import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import {
  draftOf,
  SettingsDraft,
  type LicenceServerSettings,
  type SettingsView,
} from '@shared/domain/settings/settings';
import { parseStrictJson } from '@shared/domain/licence/format/strict-json';
import {
  isSecretKey,
  SECRET_KEYS,
  SETTING_KEYS,
  valueAt,
  withValueAt,
  type SettingKey,
} from '@shared/domain/settings/setting-keys';
import { completeServers, readSetting } from './settings-keys';

const DOCUMENT_FORMAT = 'remote-service-settings';

type Tree = Record<string, unknown>;

/** Settings as they are carried from one installation to another: without secrets, which are named instead. */
export const SettingsDocument = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  version: z.literal(1),
  /** As in the settings file; what is left out stays as it is. */
  settings: z.record(z.string(), z.unknown()),
  /** Keys whose values are never written out. */
  secretsLeftOut: z.array(z.enum(SECRET_KEYS)).max(SECRET_KEYS.length).default([]),
});
export type SettingsDocument = z.output<typeof SettingsDocument>;

const plainKeys = SETTING_KEYS.filter((key) => !isSecretKey(key));

/** The ids of licence servers belong to the installation that gave them. */
const withoutId = (server: LicenceServerSettings): Tree => {
  const copy: Tree = { ...server };
  delete copy['id'];
  return copy;
};

const exportedValue = (view: SettingsView, key: SettingKey) =>
  key === 'licenceServers' ? view.licenceServers.map(withoutId) : readSetting(view, key);

export const documentOf = (view: SettingsView): SettingsDocument => {
  const settings = plainKeys.reduce<Tree>(
    (tree, key) => withValueAt(tree, key, exportedValue(view, key)),
    {},
  );
  const isSet = (key: SettingKey) => (readSetting(view, key) as { isSet: boolean }).isSet;
  return { format: DOCUMENT_FORMAT, version: 1, settings, secretsLeftOut: SECRET_KEYS.filter(isSet) };
};

const unusable = (detail: string, cause?: unknown) =>
  new AppError('settings-document-unusable', { detail: detail.slice(0, 200) }, cause);

/** Every key that the tree has a value for. Throws for a name that no setting has, and for a secret. */
const keysIn = (tree: Tree, prefix = ''): SettingKey[] =>
  Object.entries(tree).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    const key = SETTING_KEYS.find((known) => known === path);
    if (key !== undefined && isSecretKey(key)) throw new AppError('secret-from-stdin');
    if (key !== undefined) return [key];
    const isSection = SETTING_KEYS.some((known) => known.startsWith(`${path}.`));
    if (!isSection) throw new AppError('setting-unknown', { key: path.slice(0, 100) });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unusable(path);
    return keysIn(value as Tree, `${path}.`);
  });

/**
 * The settings with all that the document says, for `checkDraft` and saving. Throws `settings-document-unusable`,
 * `setting-unknown`, `setting-value-wrong`, `reread-command-in-settings` for a document with a command in it, or
 * `secret-from-stdin` for one with a secret.
 */
export const applyDocument = (view: SettingsView, bytes: Uint8Array): SettingsDraft => {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw unusable('JSON');
  const document = SettingsDocument.safeParse(json.value);
  if (!document.success) {
    throw unusable(document.error.issues[0]?.path.map(String).join('.') ?? '', document.error);
  }
  // From the JSON itself: the schema drops a member such as `__proto__`, which is to be refused.
  const { settings } = json.value as SettingsDocument;
  return keysIn(settings).reduce((draft, key) => {
    const given = valueAt(settings, key);
    const value = key === 'licenceServers' ? completeServers(view, given) : given;
    const changed = SettingsDraft.safeParse(withValueAt(draft, key, value));
    if (!changed.success) throw new AppError('setting-value-wrong', { key });
    return changed.data;
  }, draftOf(view));
};

export interface SettingChange {
  key: SettingKey;
  before: unknown;
  after: unknown;
}

/** The differences, key by key; secrets are not compared. */
export const changesBetween = (view: SettingsView, draft: SettingsDraft): SettingChange[] =>
  plainKeys.flatMap((key) => {
    const before = readSetting(view, key);
    const after = readSetting(draft, key);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ key, before, after }];
  });
