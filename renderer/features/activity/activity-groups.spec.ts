import { ACTIVITY_KINDS, type ActivityEntry } from '@shared/domain/activity/activity';
import { expect, it } from 'vitest';
import { ACTIVITY_GROUPS, filterActivity } from './activity-groups';

const entries = ACTIVITY_KINDS.map((kind, at): ActivityEntry => ({
  number: at + 1,
  at: '2026-03-02T09:00:00.000Z',
  kind,
  actor: 'service',
  detail: {},
}));
const wordsOf = ({ kind }: ActivityEntry) => kind.toUpperCase();

it('puts every kind into exactly one group', () => {
  const grouped = ACTIVITY_GROUPS.filter((group) => group !== 'all').flatMap((group) =>
    filterActivity(entries, group, '', wordsOf).map(({ kind }) => kind),
  );
  expect(grouped.sort()).toEqual([...ACTIVITY_KINDS].sort());
});

it('finds words whatever their case, within the group', () => {
  expect(filterActivity(entries, 'licence', ' Refused ', wordsOf).map(({ kind }) => kind)).toEqual([
    'licence-refused',
    'key-set-refused',
  ]);
  expect(filterActivity(entries, 'connection', 'refused', wordsOf)).toEqual([]);
});

it('goes through 10,000 entries without copying them when nothing is asked', () => {
  expect(filterActivity(entries, 'all', '  ', wordsOf)).toBe(entries);
});
