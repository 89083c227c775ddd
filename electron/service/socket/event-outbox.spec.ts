import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EventOutbox } from './event-outbox';

const REST = 50;
const joined = (first: unknown, next: unknown) => `${String(first)}+${String(next)}`;
const newest = (_first: unknown, next: unknown) => next;

let sent: [string, unknown][];
let isCongested: boolean;
/** With so many sent the client does not keep up any more. */
let congestsAfter: number;
let outbox: EventOutbox;

beforeEach(() => {
  vi.useFakeTimers();
  [sent, isCongested, congestsAfter] = [[], false, Number.POSITIVE_INFINITY];
  outbox = new EventOutbox({
    isCongested: () => isCongested,
    send: (channel, payload) => {
      sent.push([channel, payload]);
      isCongested = sent.length >= congestsAfter;
    },
  });
});
afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

it('sends the first of a kind at once, and what follows closely as one', () => {
  for (const payload of ['a', 'b', 'c']) outbox.put('check', payload, joined);
  outbox.put('ending', 'now', newest);
  expect(sent).toEqual([
    ['check', 'a'],
    ['ending', 'now'],
  ]);
  vi.advanceTimersByTime(REST);
  expect(sent.slice(2)).toEqual([['check', 'b+c']]);
  vi.advanceTimersByTime(REST);
  outbox.put('check', 'd', joined);
  expect(sent.slice(3)).toEqual([['check', 'd']]);
});

it('keeps one of each kind for a client that does not keep up, until it does', () => {
  isCongested = true;
  for (let round = 0; round < 10_000; round += 1) {
    outbox.put('status', round, newest);
    outbox.put('activity', round, newest);
    vi.advanceTimersByTime(1);
  }
  expect(sent).toEqual([]);
  isCongested = false;
  outbox.flush();
  expect(sent).toEqual([
    ['status', 9999],
    ['activity', 9999],
  ]);
});

it('stops in the middle where the client falls behind again', () => {
  isCongested = true;
  for (const channel of ['one', 'two', 'three']) outbox.put(channel, 1, newest);
  isCongested = false;
  congestsAfter = 1;
  outbox.flush();
  expect(sent).toEqual([['one', 1]]);
  isCongested = false;
  congestsAfter = Number.POSITIVE_INFINITY;
  outbox.flush();
  expect(sent.map(([channel]) => channel)).toEqual(['one', 'two', 'three']);
});

it('says nothing more once it is closed', () => {
  outbox.put('check', 'a', joined);
  outbox.put('check', 'b', joined);
  outbox.close();
  outbox.put('check', 'c', joined);
  vi.advanceTimersByTime(10 * REST);
  expect(sent).toEqual([['check', 'a']]);
});
