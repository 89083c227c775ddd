import { beforeEach, expect, it, vi } from 'vitest';
import { joinChanges, type Change, type ChangeRules } from './change';
import { ChangeFollower } from './change-follower';

type Numbers = { epoch: string; rev: number; values: Record<string, number> };
type NumbersChange = Change & { values: Record<string, number> };

const rules: ChangeRules<Numbers, NumbersChange> = {
  placeOf: ({ epoch, rev }) => ({ epoch, rev }),
  advance: (before, { epoch, from, rev, values }) => ({
    ...{ epoch, rev },
    values: from === null ? values : { ...before?.values, ...values },
  }),
  join: (first, next) =>
    joinChanges(first, next, (earlier, later) => ({ values: { ...earlier.values, ...later.values } })),
};
const change = (from: number | null, rev: number, values: Record<string, number>, epoch = 'e') => ({
  ...{ epoch, from, rev, values },
});

let answers: (Numbers | null)[];
let seen: Numbers[];
let follower: ChangeFollower<Numbers, NumbersChange>;
const read = vi.fn(() => Promise.resolve(answers.shift() ?? null));
const lastSeen = () => seen.at(-1);

beforeEach(() => {
  read.mockClear();
  [answers, seen] = [[], []];
  follower = new ChangeFollower(rules, { read, onDocument: (document) => void seen.push(document) });
});

it('applies what follows, and drops what is known', async () => {
  answers = [{ epoch: 'e', rev: 4, values: { a: 1, b: 1 } }];
  await follower.read();
  follower.changed(change(4, 6, { a: 2 }));
  follower.changed(change(4, 6, { a: 9 }));
  follower.changed(change(3, 7, { b: 3 }));
  expect(lastSeen()).toEqual({ epoch: 'e', rev: 7, values: { a: 2, b: 3 } });
  expect(seen).toHaveLength(3);
  expect(read).toHaveBeenCalledOnce();
});

it('keeps what came before the whole, and applies it then', async () => {
  let answer: (whole: Numbers) => void = () => undefined;
  read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  follower.changed(change(4, 5, { a: 2 }));
  follower.changed(change(5, 6, { b: 2 }));
  answer({ epoch: 'e', rev: 4, values: { a: 1, b: 1, c: 1 } });
  await vi.waitFor(() => expect(lastSeen()).toEqual({ epoch: 'e', rev: 6, values: { a: 2, b: 2, c: 1 } }));
  expect(read).toHaveBeenCalledOnce();
});

it('reads the whole again when one was missed, and no more often than it helps', async () => {
  answers = [
    { epoch: 'e', rev: 1, values: { a: 1 } },
    { epoch: 'e', rev: 3, values: { a: 3 } },
  ];
  await follower.read();
  follower.changed(change(2, 3, { a: 3 }));
  await vi.waitFor(() => expect(lastSeen()?.rev).toBe(3));
  expect(read).toHaveBeenCalledTimes(2);
  follower.changed(change(8, 9, { a: 9 }));
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(5));
  expect(lastSeen()?.rev).toBe(3);
});

it('takes a change that says everything for another document, and drops an answer from before', async () => {
  let answer: (whole: Numbers) => void = () => undefined;
  answers = [{ epoch: 'first', rev: 98, values: { a: 1, b: 1 } }];
  await follower.read();
  read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const reading = follower.read();
  follower.changed(change(null, 0, { a: 5 }, 'second'));
  answer({ epoch: 'first', rev: 99, values: { a: 1, b: 1 } });
  await reading;
  expect(lastSeen()).toEqual({ epoch: 'second', rev: 0, values: { a: 5 } });
});

it('begins anew after it was told to forget', async () => {
  answers = [
    { epoch: 'e', rev: 4, values: { a: 1 } },
    { epoch: 'e', rev: 4, values: { a: 1 } },
  ];
  await follower.read();
  follower.forget();
  await follower.read();
  expect(seen).toHaveLength(2);
});
