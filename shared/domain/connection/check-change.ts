import { z } from 'zod';
import { ChangePlace, joinChanges, type ChangeRules } from '@shared/domain/changes/change';
import { CheckStage, ConnectionCheck, MOST_STAGES } from './connection-check';

/** The stages of a check that are new since an earlier revision of it, each with its place in the order; `epoch` is the id. */
export const CheckChange = z.strictObject({
  ...ChangePlace,
  ...ConnectionCheck.omit({ id: true, rev: true, stages: true }).shape,
  epoch: ConnectionCheck.shape.id,
  stages: z
    .array(
      z.strictObject({
        at: z
          .number()
          .int()
          .min(0)
          .max(MOST_STAGES - 1),
        stage: CheckStage,
      }),
    )
    .max(MOST_STAGES),
});
export type CheckChange = z.output<typeof CheckChange>;

/** What is new in `after`; all of it where `before` is another check. A stage that has not changed is the same object. */
export const checkChange = (before: ConnectionCheck | null, after: ConnectionCheck): CheckChange => {
  const { id: epoch, stages, ...head } = after;
  const known = before?.id === epoch ? before : null;
  const all = stages.map((stage, at) => ({ at, stage }));
  const changed = all.filter(({ at, stage }) => known?.stages[at] !== stage);
  return { ...head, epoch, from: known?.rev ?? null, stages: changed };
};

/** Two changes of a check as one. */
export const joinCheckChanges = (first: CheckChange, next: CheckChange): CheckChange =>
  joinChanges(first, next, (earlier, later) => {
    const { startedAt, finishedAt, account, outcome } = later;
    const stages = new Map([...earlier.stages, ...later.stages].map((one) => [one.at, one]));
    return { startedAt, finishedAt, account, outcome, stages: [...stages.values()] };
  });

export const checkRules: ChangeRules<ConnectionCheck, CheckChange> = {
  placeOf: ({ id, rev }) => ({ epoch: id, rev }),
  advance: (check, { epoch: id, rev, startedAt, finishedAt, account, outcome, stages: changed }) => {
    const stages = [...(check?.id === id ? check.stages : [])];
    for (const { at, stage } of changed) stages[at] = stage;
    return { id, rev, startedAt, finishedAt, account, outcome, stages };
  },
  join: joinCheckChanges,
};
