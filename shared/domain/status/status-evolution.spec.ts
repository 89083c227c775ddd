import { describe, expect, it } from 'vitest';
import { readLeniently } from '@shared/contract/read-leniently';
import { statusEvolution } from './status-evolution';
import { StatusSnapshot } from './status';
import { StatusChange, wholeStatus } from './status-change';
import { richStatus } from './rich-status.fixture';

const UNKNOWN = 'of-a-later-version';
const snapshot: StatusSnapshot = { epoch: 'one', rev: 3, status: richStatus };
const read = (raw: unknown) => readLeniently(StatusSnapshot, raw, statusEvolution)?.status ?? null;

type Path = readonly (string | number)[];
const walk = (value: unknown, path: Path = []): [Path, unknown][] => {
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => walk(entry, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, entry]) => walk(entry, [...path, key]))
      : [];
  return [[path, value], ...below];
};
const withChange = (
  path: Path,
  change: (parent: Record<string | number, unknown>, key: string | number) => void,
) => {
  const copy = structuredClone(snapshot);
  let parent = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
  change(parent, path.at(-1) ?? '');
  return copy;
};
const all = walk(snapshot.status).map(([path, value]) => [['status', ...path], value] as const);
const name = (path: Path) => path.join('.');
const QUESTION = /^status\.remoteAssistance\.request\b/;

/** The values that are one of a fixed list: a text of no list fails in their place. */
const chosen = all.filter(
  ([path, value]) =>
    typeof value === 'string' &&
    !/^\d{4}-/.test(value) &&
    !StatusSnapshot.safeParse(withChange(path, (parent, key) => (parent[key] = `${value} ${UNKNOWN}`)))
      .success,
);

describe('the status of a service of another version', () => {
  it('has values of many lists in this test', () => {
    expect(StatusSnapshot.safeParse(snapshot).success).toBe(true);
    expect(chosen.length).toBeGreaterThan(20);
  });

  it.each(
    all
      .filter(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))
      .map(([path]) => [name(path), path] as const),
  )('is read with an unknown member in %s', (place, path) => {
    const more = withChange([...path, UNKNOWN], (parent, key) => (parent[key] = { is: [1] }));
    const { remoteAssistance, ...others } = snapshot.status;
    const request = QUESTION.test(place) ? null : remoteAssistance.request;
    expect(read(more)).toEqual({ ...others, remoteAssistance: { ...remoteAssistance, request } });
  });

  it.each(chosen.map(([path]) => [name(path), path] as const))(
    'is read with an unknown value in %s, and says of nothing else that it is not there',
    (_place, path) => {
      const other = withChange(path, (parent, key) => (parent[key] = UNKNOWN));
      const seen = read(other) as Record<string, unknown> | null;
      expect(seen).not.toBeNull();
      const [, member = ''] = path;
      for (const [key, value] of Object.entries(snapshot.status))
        if (key !== member) expect(seen?.[key]).toEqual(value);
    },
  );

  it('never lets an unknown session look like none, nor an unknown request like one to allow (T62)', () => {
    const { session, request } = snapshot.status.remoteAssistance;
    expect([session, request]).not.toContain(null);
    for (const key of ['access', 'state']) {
      const other = withChange(
        ['status', 'remoteAssistance', 'session', key],
        (parent) => (parent[key] = UNKNOWN),
      );
      expect(read(other)?.remoteAssistance.session).toMatchObject({ requestId: session?.requestId });
    }
    const wider = withChange(
      ['status', 'remoteAssistance', 'request', 'power'],
      (parent, key) => (parent[key] = 'all'),
    );
    expect(read(wider)?.remoteAssistance.request).toBeNull();
  });

  it.each(Object.keys(snapshot.status))(
    'of an earlier one that has no %s yet is read or refused, never bent',
    (member) => {
      const less = withChange(['status', member], (parent, key) => Reflect.deleteProperty(parent, key));
      const seen = read(less);
      if (seen !== null) expect(StatusSnapshot.safeParse({ ...snapshot, status: seen }).success).toBe(true);
    },
  );

  it('is followed by its changes', () => {
    const change = structuredClone(wholeStatus(snapshot)) as unknown as {
      status: Record<string, unknown> & { connection: Record<string, unknown> };
      licenceServers: { changed: Record<string, unknown>[] };
    };
    change.status.connection['state'] = UNKNOWN;
    change.status['later'] = 1;
    for (const server of change.licenceServers.changed) server['state'] = UNKNOWN;
    const seen = readLeniently(StatusChange, change, statusEvolution);
    expect(seen?.status.connection?.state).toBe('connecting');
    expect(seen?.licenceServers.changed.map(({ state }) => state)).toEqual(
      snapshot.status.licenceServers.map(() => 'unknown'),
    );
  });

  it('is nothing where it is no status', () => {
    for (const raw of [null, 7, 'status', [], {}, { epoch: 1 }]) expect(read(raw)).toBeNull();
  });
});
