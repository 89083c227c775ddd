import {
  draftOf,
  type LicenceServerDraft,
  type SettingsDraft,
  type SettingsView,
} from '@shared/domain/settings/settings';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Unchanged values follow `theirs`; values that the person changed stay. */
const merge = (mine: unknown, base: unknown, theirs: unknown): unknown => {
  if (isSame(mine, base)) return theirs;
  if (!isPlain(mine) || !isPlain(base) || !isPlain(theirs) || 'action' in mine) return mine;
  return Object.fromEntries(Object.keys(mine).map((key) => [key, merge(mine[key], base[key], theirs[key])]));
};

const mergeServers = (
  mine: readonly LicenceServerDraft[],
  base: readonly LicenceServerDraft[],
  theirs: readonly LicenceServerDraft[],
): LicenceServerDraft[] => {
  const find = (list: readonly LicenceServerDraft[], id: string | null) =>
    list.find((server) => server.id === id);
  const kept = theirs.flatMap((server) => {
    const before = find(base, server.id);
    const drafted = find(mine, server.id);
    if (before === undefined) return [server];
    return drafted === undefined ? [] : [merge(drafted, before, server) as LicenceServerDraft];
  });
  const added = mine.filter(({ id }) => id === null);
  const editedButGone = mine.filter(
    (server) =>
      server.id !== null && find(theirs, server.id) === undefined && !isSame(server, find(base, server.id)),
  );
  return [...kept, ...editedButGone.map((server) => ({ ...server, id: null })), ...added];
};

/** Carries a draft that was begun on `base` over to settings that were changed elsewhere meanwhile. */
export const rebaseDraft = (
  draft: SettingsDraft,
  base: SettingsView,
  theirs: SettingsView,
): SettingsDraft => {
  const from = draftOf(base);
  const to = draftOf(theirs);
  return {
    ...(merge(draft, from, to) as SettingsDraft),
    licenceServers: mergeServers(draft.licenceServers, from.licenceServers, to.licenceServers),
  };
};
