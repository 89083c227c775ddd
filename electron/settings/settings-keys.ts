import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import {
  draftOf,
  LicenceServerDraft,
  SettingsDraft,
  type SecretChange,
  type SettingsView,
} from '@shared/domain/settings/settings';
import {
  isSecretKey,
  SETTING_KEYS,
  valueAt,
  withValueAt,
  type SecretKey,
  type SettingKey,
} from '@shared/domain/settings/setting-keys';

/** Throws `setting-unknown`. */
export const settingKeyOf = (text: string): SettingKey => {
  const key = SETTING_KEYS.find((known) => known === text);
  if (key === undefined) throw new AppError('setting-unknown', { key: text.slice(0, 100) });
  return key;
};

/** A secret gives `{isSet}`. */
export const readSetting = (view: SettingsView | SettingsDraft, key: SettingKey): unknown =>
  valueAt(view, key);

/** A licence server as written by hand: only name and kind are needed, and for a local one the path. */
const PartialLicenceServer = z.strictObject({
  ...LicenceServerDraft.shape,
  id: LicenceServerDraft.shape.id.default(null),
  path: LicenceServerDraft.shape.path.default(''),
  fileName: LicenceServerDraft.shape.fileName.default('prismadirect.lic'),
});

/** A file of an earlier version may name a command; an empty one says nothing. Throws `reread-command-in-settings`. */
const withoutCommand = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null || !('rereadCommand' in row)) return row;
  const { rereadCommand, ...rest } = row;
  if (Array.isArray(rereadCommand) && rereadCommand.length === 0) return rest;
  const name = 'name' in rest && typeof rest.name === 'string' ? rest.name.slice(0, 100) : '?';
  throw new AppError('reread-command-in-settings', { name });
};

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Rows without an id keep that of the saved server with their name; undefined for what is no list of servers. Throws
 * `reread-command-in-settings`.
 */
export const completeServers = (view: SettingsView, value: unknown): unknown => {
  const rows = Array.isArray(value) ? value.map(withoutCommand) : value;
  const parsed = z.array(PartialLicenceServer).max(100).safeParse(rows);
  if (!parsed.success) return undefined;
  return parsed.data.map((row) => ({
    ...row,
    id: row.id ?? view.licenceServers.find((saved) => sameName(saved.name, row.name))?.id ?? null,
  }));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * The settings with one value changed, for `checkDraft` and saving. Text stands for itself where the setting takes text,
 * else for JSON. Throws `setting-value-wrong`, `reread-command-in-settings` for a command, and `secret-from-stdin` for a
 * secret.
 */
export const changeSetting = (view: SettingsView, key: SettingKey, text: string): SettingsDraft => {
  if (isSecretKey(key)) throw new AppError('secret-from-stdin');
  const draft = draftOf(view);
  const json = parseJson(text);
  const candidates = key === 'licenceServers' ? [completeServers(view, json)] : [text, json];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const changed = SettingsDraft.safeParse(withValueAt(draft, key, candidate));
    if (changed.success) return changed.data;
  }
  throw new AppError('setting-value-wrong', { key });
};

/** The settings with one secret changed. Throws `setting-value-wrong` for one that is too long or empty. */
export const changeSecret = (view: SettingsView, key: SecretKey, change: SecretChange): SettingsDraft => {
  const changed = SettingsDraft.safeParse(withValueAt(draftOf(view), key, change));
  if (!changed.success) throw new AppError('setting-value-wrong', { key });
  return changed.data;
};
