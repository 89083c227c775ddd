import { createHash } from 'node:crypto';
import { access, constants, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { RereadCommands } from '@shared/domain/settings/reread-command';
import { defaultSettings, type Settings } from '@shared/domain/settings/settings';
import { OPERATORS_GROUP } from '@shared/domain/status/service-names';
import type { PolicyState } from '@shared/domain/settings/policy';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import { createPolicySource, type PolicySource } from '@electron/platform/policy';
import { readSmallFile } from '@electron/platform/private-files';
import { parseSettings, settingsUnder } from './parse-settings';
import { readPolicy, type PolicyReading } from './read-policy';

export const SETTINGS_CAP_BYTES = 4 * 1024 * 1024;
export const SETTINGS_FILE = 'settings.json';
const KEPT_ASIDE = /^settings\.(broken|newer)-([\dTZ]+(?:-\d+)?)\.json$/;

/** The content of the settings file; the defaults are in force while `keptAside` is set. */
export interface SettingsReading {
  /** In force: what the file says, under the policy of the organisation. */
  settings: Settings;
  /** The values of the file alone, which hold again when a policy goes. */
  own: Settings;
  /** Null where there is no policy. */
  policy: PolicyState | null;
  /** The first half of the SHA-256 over the file's bytes, or `none` without a file; with a policy its mark behind a dot. */
  revision: string;
  /** A file that could not be used, under the name it has now: its own, or the one it was kept under. */
  keptAside: SettingsState['keptAside'];
  /** Licence servers, by name, for which the file gives a command: none is run from there. */
  ignoredCommands: string[];
  /** Those that the policy gives. */
  rereadCommands: RereadCommands;
}

const revisionOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const revisionUnder = (revision: string, mark: string) => (mark === '' ? revision : `${revision}.${mark}`);

/** The file that was kept aside last; it counts only until settings are saved again. */
const findKeptAside = async (home: string): Promise<SettingsState['keptAside']> => {
  const names = await readdir(home).catch(() => []);
  const found = names.flatMap((fileName) => {
    const [, kind, at] = KEPT_ASIDE.exec(fileName) ?? [];
    return kind === undefined || at === undefined ? [] : [{ code: `settings-${kind}`, at, fileName }];
  });
  const last = found.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  return {
    code: last.code === 'settings-newer' ? 'settings-newer' : 'settings-broken',
    fileName: last.fileName,
  };
};

/** The defaults, under the policy. */
const withoutFile = (
  { policy, state, mark }: PolicyReading,
  revision: string,
  keptAside: SettingsState['keptAside'],
): SettingsReading => {
  const known = settingsUnder({}, policy) ?? { settings: defaultSettings(), own: defaultSettings() };
  const { rereadCommands } = policy;
  return {
    ...{ ...known, policy: state, keptAside, rereadCommands, ignoredCommands: [] },
    revision: revisionUnder(revision, mark),
  };
};

/** Whether this account may look into the folder at all. */
const isOpen = (folder: string) =>
  access(folder, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Reads `settings.json` below the data folder and changes nothing. A file that is broken, too large, made by a newer
 * version or no plain file is reported, never thrown; throws `data-folder-unusable` when the disk fails and `not-operator`
 * when the whole folder is closed to this account.
 */
export const readSettings = async (
  home: string,
  source: PolicySource = createPolicySource(),
): Promise<SettingsReading> => {
  const policy = await readPolicy(source);
  const file = await readSmallFile(path.join(home, SETTINGS_FILE), SETTINGS_CAP_BYTES).catch(
    (error: unknown) => {
      throw new AppError('data-folder-unusable', { folder: home }, error);
    },
  );
  if (!file.found) {
    if (file.reason === 'denied' && !(await isOpen(home)))
      throw new AppError('not-operator', { group: OPERATORS_GROUP });
    if (file.reason === 'missing') return withoutFile(policy, 'none', await findKeptAside(home));
    return withoutFile(policy, file.reason, { code: 'settings-broken', fileName: SETTINGS_FILE });
  }
  const parsed = parseSettings(file.bytes, policy.policy);
  const revision = revisionOf(file.bytes);
  if (!parsed.ok) return withoutFile(policy, revision, { code: parsed.code, fileName: SETTINGS_FILE });
  const { settings, own, ignoredCommands } = parsed;
  const { rereadCommands } = policy.policy;
  return {
    ...{ settings, own, policy: policy.state, keptAside: null, ignoredCommands, rereadCommands },
    revision: revisionUnder(revision, policy.mark),
  };
};

const freeName = async (home: string, kind: string, now: number) => {
  const names = new Set(await readdir(home));
  const at = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const candidates = [at, ...Array.from({ length: 99 }, (_, index) => `${at}-${index + 1}`)];
  return candidates.map((candidate) => `settings.${kind}-${candidate}.json`).find((name) => !names.has(name));
};

/**
 * Moves a file that cannot be used out of the way, exactly as it was found, and reads again. For those who write
 * settings, under their lock; where the move fails the file stays and the reading says so.
 */
export const keepAside = async (
  home: string,
  reading: SettingsReading,
  now: number,
  source?: PolicySource,
): Promise<SettingsReading> => {
  if (reading.keptAside?.fileName !== SETTINGS_FILE) return reading;
  const kind = reading.keptAside.code === 'settings-newer' ? 'newer' : 'broken';
  try {
    const name = await freeName(home, kind, now);
    if (name === undefined) return reading;
    await rename(path.join(home, SETTINGS_FILE), path.join(home, name));
  } catch {
    return reading;
  }
  return readSettings(home, source);
};
