import { createHash } from 'node:crypto';
import { Settings } from '@shared/domain/settings';
import { migrate } from './migrations';

export type ParsedSettings =
  { ok: true; settings: Settings } | { ok: false; code: 'settings-broken' | 'settings-newer' };

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

const broken = { ok: false, code: 'settings-broken' } as const;

const readJson = (bytes: Uint8Array): unknown => {
  // The decoder takes off the byte order mark that some editors put in front.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return JSON.parse(text);
};

/** Makes settings of a file's bytes; an older version is brought up to date, what is left out gets its default. */
export const parseSettings = (bytes: Uint8Array): ParsedSettings => {
  let content: unknown;
  try {
    content = readJson(bytes);
  } catch {
    return broken;
  }
  const migrated = migrate(content);
  if (!migrated.ok) return migrated;
  const parsed = Settings.safeParse(complete(migrated.value));
  return parsed.success ? { ok: true, settings: parsed.data } : broken;
};
