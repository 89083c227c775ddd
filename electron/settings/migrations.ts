import { z } from 'zod';
import { SETTINGS_VERSION } from '@shared/domain/settings/settings';

const Versioned = z.looseObject({ version: z.int().min(1).default(1) });
type Versioned = z.output<typeof Versioned>;

/** Makes a file of version n into one of version n + 1; pure, and tolerant: what it does not know it leaves alone. */
export type MigrationStep = (file: Versioned) => Record<string, unknown>;

/** From version 2 on a command comes from the policy alone. */
const withoutRereadCommands: MigrationStep = (file) => {
  const servers = file['licenceServers'];
  if (!Array.isArray(servers)) return file;
  const withoutCommand = (server: unknown): unknown => {
    if (typeof server !== 'object' || server === null) return server;
    const copy: Record<string, unknown> = { ...server };
    delete copy['rereadCommand'];
    return copy;
  };
  return { ...file, licenceServers: servers.map(withoutCommand) };
};

/** Under the version each step starts from. */
export const MIGRATION_STEPS: Readonly<Record<number, MigrationStep>> = { 1: withoutRereadCommands };

export type Migrated =
  { ok: true; value: unknown } | { ok: false; code: 'settings-broken' | 'settings-newer' };

/** Brings the content of a settings file to `target`, one version after the other. */
export const migrate = (
  content: unknown,
  steps: Readonly<Record<number, MigrationStep>> = MIGRATION_STEPS,
  target: number = SETTINGS_VERSION,
): Migrated => {
  const parsed = Versioned.safeParse(content);
  if (!parsed.success) return { ok: false, code: 'settings-broken' };
  if (parsed.data.version > target) return { ok: false, code: 'settings-newer' };
  // Spread from the content itself: the schema drops members such as `__proto__`, which the settings refuse.
  let file: Versioned = { ...(content as object), version: parsed.data.version };
  while (file.version < target) {
    const step = steps[file.version];
    if (step === undefined) throw new Error(`no step leads on from settings version ${file.version}`);
    file = { ...step(file), version: file.version + 1 };
  }
  return { ok: true, value: file };
};
