import { expect, it } from 'vitest';
import { checkChange, CheckChange, checkRules, joinCheckChanges } from './check-change';
import type { CheckStage, ConnectionCheck } from './connection-check';

const ID = '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a10';
const OTHER = '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a11';

const stage = (subject: string): CheckStage => ({
  ...{ stage: 'licence-server', subject, outcome: 'waiting', reason: null, params: {} },
  ...{ durationMs: null, detail: [] },
});
const begun = (count: number, id = ID): ConnectionCheck => ({
  ...{
    id,
    rev: 1,
    startedAt: '2026-03-02T09:00:00.000Z',
    finishedAt: null,
    account: null,
    outcome: 'running',
  },
  stages: Array.from({ length: count }, (_, at) => stage(`server ${at}`)),
});
const withStage = (check: ConnectionCheck, at: number, change: Partial<CheckStage>): ConnectionCheck => ({
  ...check,
  rev: check.rev + 1,
  stages: check.stages.map((one, index) => (index === at ? { ...one, ...change } : one)),
});

it('says the one stage that is new, and everything of another check', () => {
  const first = begun(108);
  const second = withStage(first, 40, { outcome: 'running' });
  const change = CheckChange.parse(checkChange(first, second));
  expect(change).toMatchObject({ epoch: ID, from: 1, rev: 2, stages: [{ at: 40 }] });
  expect(JSON.stringify(change).length).toBeLessThan(JSON.stringify(second).length / 20);
  expect(checkRules.advance(first, change)).toEqual(second);
  const other = begun(3, OTHER);
  expect(checkChange(second, other)).toMatchObject({ epoch: OTHER, from: null });
  expect(checkRules.advance(second, checkChange(second, other))).toEqual(other);
});

it('leads to the same, joined', () => {
  const first = begun(5);
  const second = withStage(first, 1, { outcome: 'running' });
  const third = withStage(second, 1, { outcome: 'passed', durationMs: 3 });
  const last: ConnectionCheck = {
    ...withStage(third, 4, { outcome: 'not-tried' }),
    ...{ outcome: 'failed', finishedAt: '2026-03-02T09:00:09.000Z' },
  };
  const steps = [checkChange(first, second), checkChange(second, third), checkChange(third, last)];
  const joined = CheckChange.parse(steps.reduce(joinCheckChanges));
  expect(joined.stages).toHaveLength(2);
  expect(checkRules.advance(first, joined)).toEqual(last);
  const whole = joinCheckChanges(checkChange(null, first), joined);
  expect(checkRules.advance(null, CheckChange.parse(whole))).toEqual(last);
});

it('joined across a gap or with another check, the later one is told alone', () => {
  const first = begun(5);
  const second = withStage(first, 1, { outcome: 'running' });
  const third = withStage(second, 2, { outcome: 'running' });
  const late = { ...checkChange(second, third), from: 9, rev: 10 };
  expect(joinCheckChanges(checkChange(first, second), late)).toBe(late);
  const other = checkChange(null, begun(1, OTHER));
  expect(joinCheckChanges(late, other)).toBe(other);
});
