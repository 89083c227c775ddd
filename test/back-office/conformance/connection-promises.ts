import { randomBytes } from 'node:crypto';
import { AnyEvent, KnownEvent } from '@shared/back-office/answers';
import { readAssistanceRequest } from '@shared/back-office/assistance-request';
import type { StatusReport } from '@shared/back-office/requests';
import { timestampOf } from '@shared/domain/time/dates';
import type { ApiPromise } from './api-promise';
import {
  ANY_REFUSAL,
  BrokenPromise,
  expectRefusal,
  learnedBefore,
  NotTried,
  sessionOf,
  type Play,
} from './play';

const operation = 'nextEvents';
/** Shorter than the client's own 50 seconds; long enough to tell waiting from not waiting. */
const WAIT_SECONDS = 2;
/** More than 55, which only a back office that sends blanks is asked for. */
const HELD_SECONDS = 60;
/** Clocks of two machines run differently, and timers may fire early. */
const EARLY_MS = 500;
const KNOWN_TYPES = new Set<string>(KnownEvent.options.map((option) => option.shape.type.value));

const statusReport = (): StatusReport => ({
  at: timestampOf(Date.now()),
  serviceVersion: '1.0.0',
  productVersion: null,
  licence: null,
  licenceServers: [],
  remoteAssistance: { allowed: false, until: null, inSession: false },
  updates: { newestOffered: null, downloaded: null },
});

const poll = (play: Play, after: string | null, waitSeconds: number) =>
  play.client.nextEvents(sessionOf(play).session, { after, waitSeconds }, play.signal);

/** The cursor behind everything that is kept. */
const lastCursor = async (play: Play): Promise<string> => {
  let { cursor, events } = learnedBefore(play, 'firstPoll');
  for (let round = 0; events.length > 0 && round < 100; round += 1) {
    ({ cursor, events } = await poll(play, cursor, 0));
  }
  if (events.length > 0)
    throw new BrokenPromise('A hundred polls with the last cursor always brought events.');
  return cursor;
};

const waitsForEvents = async (play: Play): Promise<void> => {
  const cursor = await lastCursor(play);
  const begun = performance.now();
  const { events } = await poll(play, cursor, WAIT_SECONDS);
  const took = Math.round(performance.now() - begun);
  if (events.length > 0)
    throw new NotTried('An event came during the poll. Run it again while nothing happens.');
  if (took < WAIT_SECONDS * 1000 - EARLY_MS) {
    throw new BrokenPromise(`A poll with wait=${WAIT_SECONDS} came back empty after ${took} ms.`);
  }
};

/** The client itself gives a poll up that brings no blank within 15 seconds. */
const holdsPoll = async (play: Play): Promise<void> => {
  if (learnedBefore(play, 'firstPoll').waitSeconds === undefined) {
    throw new NotTried('The answers to polls have no waitSeconds, so that no poll is held for longer.');
  }
  const after = await lastCursor(play);
  const over = new AbortController();
  const onBlank = () => over.abort();
  const { session } = sessionOf(play);
  try {
    await play.client.nextEvents(session, { after, waitSeconds: HELD_SECONDS, onBlank }, over.signal);
  } catch (error) {
    if (over.signal.aborted) return;
    throw error;
  }
  throw new BrokenPromise('The answer came without a blank before it.');
};

const beginsWithOldest = async (play: Play): Promise<void> => {
  const before = learnedBefore(play, 'firstPoll');
  if (before.events.length === 0) throw new NotTried('No event is kept. Send one, and run it again.');
  const idOf = (event: unknown) => AnyEvent.parse(event).id;
  const again = await poll(play, null, 0);
  if (idOf(again.events[0]) !== idOf(before.events[0])) {
    throw new BrokenPromise('A second poll without a cursor began with another event.');
  }
  const seen = new Set(before.events.map(idOf));
  const behind = await poll(play, before.cursor, 0);
  const repeated = behind.events.map(idOf).find((id) => seen.has(id));
  if (repeated !== undefined)
    throw new BrokenPromise(`A poll with the cursor repeated the event ${repeated}.`);
};

const checkEvent = (play: Play, event: unknown): void => {
  const envelope = AnyEvent.safeParse(event);
  if (!envelope.success) throw new BrokenPromise('An event has no id, no time or no type.');
  const { id, type } = envelope.data;
  if (!KNOWN_TYPES.has(type)) return;
  const known = KnownEvent.safeParse(event);
  if (!known.success) {
    const [issue] = known.error.issues;
    throw new BrokenPromise(
      `The event ${id} (${type}): ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    );
  }
  if (type !== 'assistance-requested') return;
  const { provider } = play.profile.assistance;
  const read = readAssistanceRequest(event, { provider, now: Date.now() });
  if (!read.ok && read.refusal !== 'session-over') {
    throw new BrokenPromise(`The request for assistance ${id} would be refused: ${read.refusal}.`);
  }
};

/** The heartbeat and the long poll. */
export const CONNECTION_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation: 'reportStatus', name: 'answers' },
    says: 'A heartbeat is answered with 200, serverTime and heartbeatSeconds.',
    keeps: async (play) => {
      await play.client.reportStatus(sessionOf(play).session, statusReport(), play.signal);
    },
  },
  {
    ...{ operation, name: 'first-poll' },
    says: 'A poll with wait=0 is answered with a cursor and at most 100 events, in at most 1 MiB.',
    keeps: async (play) => {
      play.learned.firstPoll = await poll(play, null, 0);
    },
  },
  {
    ...{ operation, name: 'members' },
    says: 'Every event has id, at and type; one of a known type has the members that are described, and ids are not repeated.',
    keeps: (play) => {
      const { events } = learnedBefore(play, 'firstPoll');
      for (const event of events) checkEvent(play, event);
      const ids = events.map((event) => AnyEvent.parse(event).id);
      if (new Set(ids).size < ids.length)
        throw new BrokenPromise('Two events of one answer have the same id.');
      return Promise.resolve();
    },
  },
  {
    ...{ operation, name: 'oldest-first' },
    says: 'Without a cursor the answer begins with the oldest event kept; with the last cursor no event comes again.',
    keeps: beginsWithOldest,
  },
  {
    ...{ operation, name: 'waits' },
    says: 'A poll without an event waits as long as it is asked to, and is then answered with an empty list.',
    keeps: waitsForEvents,
  },
  {
    ...{ operation, name: 'held' },
    says: 'Where the answers have waitSeconds, a poll with a wait of more than 55 begins at once with a blank.',
    keeps: holdsPoll,
  },
  {
    ...{ operation, name: 'unknown-cursor' },
    says: 'A cursor that was never given is answered with events or with a 4xx.',
    keeps: async (play) => {
      const { token, below } = sessionOf(play);
      const after = randomBytes(12).toString('base64url');
      const answer = await play.send('GET', below(`/events?after=${after}&wait=0`), { token });
      if (answer.status !== 200) expectRefusal(answer, ANY_REFUSAL);
    },
  },
  {
    ...{ operation, name: 'token-needed' },
    says: 'A poll without a token is refused with 401 token-invalid.',
    keeps: async (play) =>
      expectRefusal(
        await play.send('GET', sessionOf(play).below('/events?wait=0')),
        [401],
        ['token-invalid'],
      ),
  },
];
