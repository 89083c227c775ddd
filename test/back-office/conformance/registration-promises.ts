import { randomBytes, randomUUID } from 'node:crypto';
import { Installation } from '@shared/back-office/answers';
import { parseJson } from '@electron/service/back-office/client/parse-json';
import type { ApiPromise } from './api-promise';
import { BrokenPromise, expectRefusal, learnedBefore, sessionOf, type Play } from './play';

const operation = 'register';
const register = (play: Play, changes: Partial<Play['registration']>, key?: string) =>
  play.send('POST', '/installations', {
    body: { ...play.registration, ...changes },
    ...(key === undefined ? {} : { key }),
  });

const heartbeat = (play: Play, token: string | undefined) => {
  const { below } = sessionOf(play);
  return play.send('PUT', below('/status'), { body: {}, ...(token === undefined ? {} : { token }) });
};

const endsOldToken = async (play: Play): Promise<void> => {
  const before = learnedBefore(play, 'installation');
  const now = await play.client.register(play.registration, play.signal);
  play.learned.installation = now;
  if (now.installationId !== before.installationId) {
    throw new BrokenPromise('The same serial number got another installationId.');
  }
  if (now.token === before.token) throw new BrokenPromise('The second registration got the same token.');
  expectRefusal(await heartbeat(play, before.token), [401], ['token-invalid']);
};

const sameKeySameAnswer = async (play: Play): Promise<void> => {
  const key = randomUUID();
  const read = async () => {
    const { status, body } = await register(play, {}, key);
    return { status, installation: Installation.parse(parseJson(body)) };
  };
  const first = await read();
  play.learned.installation = first.installation;
  const second = await read();
  play.learned.installation = second.installation;
  if (second.status !== first.status || second.installation.token !== first.installation.token) {
    throw new BrokenPromise('The same registration with the same Idempotency-Key got another answer.');
  }
};

const refusesWrongCode = async (play: Play): Promise<void> => {
  const answer = await register(play, { verificationCode: randomBytes(8).toString('hex') });
  // Where it is accepted all the same, the earlier token has ended.
  const accepted = Installation.safeParse(parseJson(answer.body));
  if (accepted.success) play.learned.installation = accepted.data;
  expectRefusal(answer, [403], ['verification-code-wrong']);
};

/** What a registration brings and what refuses one. */
export const REGISTRATION_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation, name: 'answers' },
    says: 'A registration is answered with 200 or 201 and installationId, token, organisation, heartbeatSeconds and serverTime.',
    keeps: async (play) => {
      play.learned.installation = await play.client.register(play.registration, play.signal);
    },
  },
  {
    ...{ operation, name: 'old-token-ends' },
    says: 'The same serial number gets the same installationId and a new token; the old token ends.',
    keeps: endsOldToken,
  },
  {
    ...{ operation, name: 'idempotency-key' },
    says: 'The same registration with the same Idempotency-Key gets the same answer again.',
    keeps: sameKeySameAnswer,
  },
  {
    ...{ operation, name: 'wrong-code' },
    says: 'A wrong verification code is refused with 403 verification-code-wrong.',
    keeps: refusesWrongCode,
  },
  {
    ...{ operation, name: 'unknown-organisation' },
    says: 'A service organisation that is not known is refused with 404 organisation-unknown.',
    keeps: async (play) =>
      expectRefusal(
        await register(play, { serviceOrganisationId: `no-${randomBytes(8).toString('hex')}` }),
        [404],
        ['organisation-unknown'],
      ),
  },
  {
    ...{ operation, name: 'unknown-serial-number' },
    says: 'A serial number that is not known is refused with 404 serial-number-unknown.',
    keeps: async (play) =>
      expectRefusal(
        await register(play, { serialNumber: `no-${randomBytes(8).toString('hex')}` }),
        [404],
        ['serial-number-unknown'],
      ),
  },
  {
    ...{ operation: 'reportStatus', name: 'token-needed' },
    says: 'A call without a token, or with one that was never given, is refused with 401 token-invalid.',
    keeps: async (play) => {
      expectRefusal(await heartbeat(play, undefined), [401], ['token-invalid']);
      expectRefusal(await heartbeat(play, randomBytes(32).toString('base64url')), [401], ['token-invalid']);
    },
  },
];
