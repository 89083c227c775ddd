import { randomBytes } from 'node:crypto';
import { retryAfterSeconds } from '@electron/service/back-office/client/retry-after';
import type { ApiPromise } from './api-promise';
import { BrokenPromise, NotTried, type Exchange, type Play } from './play';

const operation = 'everyCall';
/** Wrong codes in a row, after which a back office is expected to have had enough. */
const ATTEMPTS = 30;

const tell = ({ call, status }: Exchange) => `${status} to ${call}`;

const noneOf = (play: Play, isWrong: (exchange: Exchange) => boolean, what: string): Promise<void> => {
  const wrong = play.exchanges.find(isWrong);
  if (wrong !== undefined) throw new BrokenPromise(`${what}: ${tell(wrong)}.`);
  return Promise.resolve();
};

const isBusy = ({ status }: Exchange) => status === 429 || status === 503;

const sayWhenToComeBack = async (play: Play): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS && !play.exchanges.some(isBusy); attempt += 1) {
    const verificationCode = randomBytes(8).toString('hex');
    await play.send('POST', '/installations', { body: { ...play.registration, verificationCode } });
  }
  if (!play.exchanges.some(isBusy)) {
    throw new NotTried(`${ATTEMPTS} wrong verification codes in a row were not answered with 429.`);
  }
  await noneOf(
    play,
    (exchange) => isBusy(exchange) && retryAfterSeconds(exchange.headers['retry-after'], Date.now()) === null,
    'Without a Retry-After of seconds or an HTTP date',
  );
};

/** Asked last: they are about all answers of the run, and the last one makes the back office busy. */
export const EVERY_CALL_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation, name: 'no-redirects' },
    says: 'No answer is a redirect, but for the release file.',
    keeps: (play) =>
      noneOf(
        play,
        ({ call, status }) => status >= 300 && status < 400 && !call.endsWith('/file'),
        'A redirect',
      ),
  },
  {
    ...{ operation, name: 'no-server-errors' },
    says: 'A call as described is not answered with a 5xx, but for a 503 that says when to come back.',
    keeps: (play) => noneOf(play, (exchange) => exchange.status >= 500 && !isBusy(exchange), 'A 5xx'),
  },
  {
    ...{ operation, name: 'problem-documents' },
    says: 'An answer other than 2xx is application/problem+json.',
    keeps: (play) =>
      noneOf(
        play,
        ({ status, headers }) =>
          // Nobody reads the body of a 416, after which the whole file is asked for.
          status >= 400 &&
          status !== 416 &&
          !/^application\/problem\+json\b/i.test(headers['content-type'] ?? ''),
        'No problem document',
      ),
  },
  {
    ...{ operation, name: 'retry-after' },
    says: 'Too many calls are answered with 429 or 503 and a Retry-After that says when to come back.',
    keeps: sayWhenToComeBack,
  },
];
