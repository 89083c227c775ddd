import { randomUUID } from 'node:crypto';
import { KnownEvent } from '@shared/back-office/answers';
import { readAssistanceRequest } from '@shared/back-office/assistance-request';
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

const NO_REQUEST = 'No request for assistance is open. Make one for this serial number, and run it again.';

const answerBody = () => ({ decision: 'denied', at: timestampOf(Date.now()) });
const endBody = () => {
  const at = timestampOf(Date.now());
  return { endedBy: 'customer', startedAt: at, endedAt: at };
};

const answer = (play: Play, requestId: string, body: unknown, key: string = randomUUID()) => {
  const { token } = sessionOf(play);
  return play.send('POST', `/assistance/${encodeURIComponent(requestId)}/answer`, { token, body, key });
};

/** The newest request that still waits for an answer. */
const openRequest = (play: Play): string => {
  const { events } = learnedBefore(play, 'firstPoll');
  const { provider } = play.profile.assistance;
  const now = Date.now();
  const closed = new Set<string>();
  for (const event of events.toReversed()) {
    const known = KnownEvent.safeParse(event);
    if (!known.success || !('requestId' in known.data)) continue;
    const { type, requestId } = known.data;
    const read = readAssistanceRequest(event, { provider, now });
    const isOpen = type === 'assistance-requested' && !closed.has(requestId) && read.ok;
    if (isOpen && read.request.answerBy > now) return requestId;
    closed.add(requestId);
  }
  throw new NotTried(NO_REQUEST);
};

const answersOnce = async (play: Play): Promise<void> => {
  const requestId = openRequest(play);
  const body = answerBody();
  const key = randomUUID();
  for (const which of ['first', 'second']) {
    const { status } = await answer(play, requestId, body, key);
    if (status !== 204) {
      throw new BrokenPromise(`The ${which} of two answers with one Idempotency-Key got ${status}, not 204.`);
    }
  }
  const again = await answer(play, requestId, { ...body, decision: 'allowed' });
  expectRefusal(again, [409], ['already-answered']);
};

/** The customer's answer, and the end of a session. */
export const ASSISTANCE_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation: 'answerAssistance', name: 'answered-once' },
    says: 'An answer is taken with 204, again with the same Idempotency-Key; another answer is refused with 409 already-answered.',
    keeps: answersOnce,
  },
  {
    ...{ operation: 'answerAssistance', name: 'unknown' },
    says: 'The answer to a request that there is not is refused with a 4xx.',
    keeps: async (play) => expectRefusal(await answer(play, randomUUID(), answerBody()), ANY_REFUSAL),
  },
  {
    ...{ operation: 'answerAssistance', name: 'token-needed' },
    says: 'An answer without a token is refused with 401 token-invalid.',
    keeps: async (play) => {
      const path = `/assistance/${randomUUID()}/answer`;
      expectRefusal(await play.send('POST', path, { body: answerBody() }), [401], ['token-invalid']);
    },
  },
  {
    ...{ operation: 'assistanceEnded', name: 'unknown' },
    says: 'The end of a session that there is not is refused with a 4xx.',
    keeps: async (play) => {
      const { token } = sessionOf(play);
      const path = `/assistance/${randomUUID()}/ended`;
      expectRefusal(await play.send('POST', path, { token, body: endBody() }), ANY_REFUSAL);
    },
  },
];
