import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { PersonActs } from './person-acts';

const world = () => {
  const clock = { now: 1000 };
  const acts = new PersonActs<EventEmitter>(() => clock.now);
  const window = new EventEmitter();
  acts.watch(window);
  const input = (type: string) => window.emit('input-event', {}, { type });
  return { acts, window, clock, input };
};

it('counts a press of a key or button for five seconds, in its own window', () => {
  const { acts, window, clock, input } = world();
  expect(acts.isRecent(window)).toBe(false);
  input('mouseUp');
  clock.now += 5000;
  expect(acts.isRecent(window)).toBe(true);
  clock.now += 1;
  expect(acts.isRecent(window)).toBe(false);
  input('rawKeyDown');
  expect(acts.isRecent(window)).toBe(true);
  expect(acts.isRecent(new EventEmitter())).toBe(false);
});

it.each(['mouseMove', 'mouseEnter', 'mouseWheel', 'gestureScrollUpdate', 'keyUp', 'char'])(
  'does not take %s for an act',
  (type) => {
    const { acts, window, input } = world();
    input(type);
    expect(acts.isRecent(window)).toBe(false);
  },
);

it('counts what a person did elsewhere for the window', () => {
  const { acts, window } = world();
  acts.record(window);
  expect(acts.isRecent(window)).toBe(true);
});
