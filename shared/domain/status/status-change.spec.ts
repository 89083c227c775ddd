import { describe, expect, it } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { StatusSnapshot, type Status } from './status';
import { joinStatusChanges, statusChange, StatusChange, statusRules, wholeStatus } from './status-change';
import { stoppedStatus } from './stopped-status';

const empty = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1', mode: 'embedded', isStarting: false },
  Date.UTC(2026, 4, 1),
);
const server = (id: string, tries = 0): LicenceServerStatus => ({
  ...{
    id,
    name: id,
    kind: 'local',
    path: `/srv/${id}`,
    state: 'behind',
    sequence: null,
    reason: null,
    tries,
  },
  ...{ since: null, nextTry: null, hostId: null, fitsHost: null, waiting: null, flaw: null, installed: null },
  serving: { state: 'not-asked', host: null, port: null, vendorPort: null, at: null },
});
const snapshot = (rev: number, change: Partial<Status> = {}, epoch = 'e') =>
  StatusSnapshot.parse({ epoch, rev, status: { ...empty, ...change } });
const servers = (...ids: string[]) => ({ licenceServers: ids.map((id) => server(id)) });
const changeOf = (before: StatusSnapshot, after: StatusSnapshot) => {
  const change = statusChange(before, after);
  if (change === null) throw new Error('nothing is new');
  return StatusChange.parse(change);
};

describe('a change of the status', () => {
  it('says the members and the licence servers that are new, and no others', () => {
    const before = snapshot(3, servers('a', 'b', 'c'));
    const after = snapshot(5, {
      licenceServers: [server('a'), server('b', 1), server('c')],
      lastSignedProof: '2026-05-02T00:00:00Z',
    });
    expect(changeOf(before, after)).toEqual({
      ...{ epoch: 'e', from: 3, rev: 5, status: { lastSignedProof: '2026-05-02T00:00:00Z' } },
      licenceServers: { order: null, changed: [server('b', 1)] },
    });
  });

  it('is none where nothing is new, and all of it where the service has started anew', () => {
    expect(statusChange(snapshot(3, servers('a')), snapshot(4, servers('a')))).toBeNull();
    const anew = snapshot(0, servers('a'), 'other');
    expect(changeOf(snapshot(3, servers('a')), anew)).toEqual(wholeStatus(anew));
  });

  it.each([
    ['another member', snapshot(5, { lastSignedProof: '2026-05-02T00:00:00Z', ...servers('a', 'b') })],
    ['one licence server more', snapshot(5, servers('a', 'b', 'c'))],
    ['one fewer', snapshot(5, servers('b'))],
    ['another order', snapshot(5, servers('b', 'a'))],
  ])('makes the new status of the old one: %s', (_, after) => {
    const before = snapshot(3, servers('a', 'b'));
    expect(statusRules.advance(before, changeOf(before, after))).toEqual(after);
    expect(statusRules.advance(null, wholeStatus(after))).toEqual(after);
  });

  it('takes no more room than the whole for a fan-out to 100 licence servers, joined', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `server-${at}`);
    let now = snapshot(0, servers(...ids));
    const first = now;
    let waiting: StatusChange | null = null;
    for (let rev = 1; rev <= 400; rev += 1) {
      const licenceServers = now.status.licenceServers.map((one, at) =>
        at === rev % 100 ? { ...one, tries: rev } : one,
      );
      const next = snapshot(rev, { licenceServers });
      const change = changeOf(now, next);
      expect(change.licenceServers.changed).toHaveLength(1);
      waiting = waiting === null ? change : joinStatusChanges(waiting, change);
      now = next;
    }
    if (waiting === null) throw new Error('nothing waits');
    expect(StatusChange.parse(waiting)).toMatchObject({ from: 0, rev: 400 });
    expect(JSON.stringify(waiting).length).toBeLessThan(JSON.stringify(now).length);
    expect(statusRules.advance(first, waiting)).toEqual(now);
  });

  it('joined with one that takes servers away and adds others, leads to the same', () => {
    const [one, two, three] = [
      snapshot(1, servers('a', 'b')),
      snapshot(2, { licenceServers: [server('a', 7), server('b', 7)] }),
      snapshot(3, { licenceServers: [server('c'), server('b', 7)] }),
    ] as const;
    const joined = joinStatusChanges(changeOf(one, two), changeOf(two, three));
    expect(statusRules.advance(one, StatusChange.parse(joined))).toEqual(three);
  });
});
