import { createHash } from 'node:crypto';
import { keysOf, type Policy, type PolicySettings } from '@shared/domain/settings/policy';
import { Settings } from '@shared/domain/settings/settings';
import { valueAt, withValueAt, type SettingKey } from '@shared/domain/settings/setting-keys';
import { migrate } from './migrations';

export type ParsedSettings =
  | {
      ok: true;
      /** The values in force: the policy's locked values over the file's, those over the policy's defaults. */
      settings: Settings;
      /** The values of the file alone. */
      own: Settings;
      /** Licence servers, by name, for which a file of an earlier version gives a command: it is not run. */
      ignoredCommands: string[];
    }
  | { ok: false; code: 'settings-broken' | 'settings-newer' };

type Tree = Record<string, unknown>;

const idOf = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 16);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A hand-made file names no ids: one made from the name stays the same until the next save writes it down. */
const withIds = (servers: unknown): unknown => {
  if (!Array.isArray(servers)) return servers;
  const taken = new Set<unknown>();
  return servers.map((server: unknown, index) => {
    if (!isRecord(server) || typeof server['name'] !== 'string') return server;
    const own = idOf(server['name']);
    const id = server['id'] ?? (taken.has(own) ? idOf(`${index} ${server['name']}`) : own);
    taken.add(id);
    return { path: '', ...server, id };
  });
};

const complete = (value: unknown): unknown =>
  isRecord(value) && 'licenceServers' in value
    ? { ...value, licenceServers: withIds(value['licenceServers']) }
    : value;

const valueOf = (settings: PolicySettings, key: SettingKey): unknown => (settings as Tree)[key];

const broken = { ok: false, code: 'settings-broken' } as const;

const readJson = (bytes: Uint8Array): unknown => {
  // The decoder takes off the byte order mark that some editors put in front.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return JSON.parse(text);
};

/** Puts the policy's values into what a settings file says, before it is checked. */
const withPolicy = (content: object, { defaults, locked }: Policy): Tree => {
  const missing = keysOf(defaults).filter((key) => valueAt(content, key) === undefined);
  const filled = missing.reduce<Tree>(
    (tree, key) => withValueAt(tree, key, valueOf(defaults, key)),
    content as Tree,
  );
  return keysOf(locked).reduce<Tree>((tree, key) => withValueAt(tree, key, valueOf(locked, key)), filled);
};

/** The settings that hold where the file says `content`; null where that is no settings file. */
export const settingsUnder = (
  content: unknown,
  policy: Policy,
): { settings: Settings; own: Settings } | null => {
  const own = Settings.safeParse(complete(content));
  if (!own.success || !isRecord(content)) return null;
  const settings = Settings.safeParse(complete(withPolicy(content, policy)));
  // Each of the two has been checked; together they are settings too.
  if (!settings.success) throw new Error('the policy does not fit the settings', { cause: settings.error });
  return { settings: settings.data, own: own.data };
};

const hasCommand = ({ rereadCommand }: Record<string, unknown>) =>
  rereadCommand !== undefined && !(Array.isArray(rereadCommand) && rereadCommand.length === 0);

/** The names of the licence servers with a command, in a file that was found to be settings. */
const commandsIn = (content: unknown): string[] => {
  const servers = isRecord(content) ? content['licenceServers'] : [];
  if (!Array.isArray(servers)) return [];
  return servers
    .filter(isRecord)
    .filter(hasCommand)
    .map(({ name }) => String(name));
};

/** Makes settings of a file's bytes; an older version is brought up to date, what is left out gets its default. */
export const parseSettings = (bytes: Uint8Array, policy: Policy): ParsedSettings => {
  let content: unknown;
  try {
    content = readJson(bytes);
  } catch {
    return broken;
  }
  const migrated = migrate(content);
  if (!migrated.ok) return migrated;
  const parsed = settingsUnder(migrated.value, policy);
  return parsed === null ? broken : { ok: true, ...parsed, ignoredCommands: commandsIn(content) };
};
