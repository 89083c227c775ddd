import { expect, it } from 'vitest';
import { ACTIVITY_KINDS } from './activity';
import { LOGGED_EVENTS, loggedEventOf } from './logged-events';
import catalogue from './logged-events.json';

const facts = Object.values(LOGGED_EVENTS);

it('every event has an ID and a message ID of its own, and none of those of the service host', () => {
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  expect(new Set(facts.map(({ messageId }) => messageId)).size).toBe(facts.length);
  for (const { id, messageId } of facts) {
    expect(id).toBeGreaterThanOrEqual(16);
    expect(messageId).toMatch(/^[0-9a-f]{32}$/);
  }
});

it('every event says in each of its languages what it means and what to do', () => {
  for (const event of Object.values(catalogue))
    for (const words of [event.en, event.de, event.it])
      for (const text of [words.meaning, words.next]) expect(text).toMatch(/^[^\n%@]{10,}\.$/);
});

it('every event but the end of the audit log is an activity', () => {
  const events = ACTIVITY_KINDS.map(loggedEventOf).filter((event) => event !== null);
  expect([...events, 'audit-head'].sort()).toEqual(Object.keys(LOGGED_EVENTS).sort());
});
