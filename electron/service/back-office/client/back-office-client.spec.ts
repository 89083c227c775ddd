import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import type { HttpAnswer, HttpClient, HttpRequest } from '@electron/service/ports/http-client';
import { createBackOfficeClient } from './back-office-client';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const session = { installationId: 'inst-1', token: 'token-canary' };
const signal = new AbortController().signal;
const registration = {
  serviceOrganisationId: 'SO-1',
  verificationCode: 'code',
  serialNumber: 'SN-1',
  product: 'PRISMAdirect',
  productVersion: null,
  serviceVersion: '1.0.0',
  platform: 'linux-x64',
  hostName: 'host',
  locale: 'en-GB',
};
const installation = {
  installationId: 'inst-1',
  token: 't',
  organisation: { id: 'SO-1', name: 'Service', futureMember: 1 },
  heartbeatSeconds: 900,
  serverTime: '2026-03-01T12:00:00Z',
  futureMember: { nested: true },
};

type Reply = { status: number; body?: unknown; text?: string; headers?: Record<string, string> };

const clientWith = (...replies: (Reply | Error)[]) => {
  const requests: HttpRequest[] = [];
  const http: HttpClient = {
    open: () => Promise.reject(new Error('there are no downloads here')),
    request: (request) => {
      requests.push(request);
      const reply = replies.shift() ?? { status: 500 };
      if (reply instanceof Error) return Promise.reject(reply);
      const { status, body, text = JSON.stringify(body ?? null), headers = {} } = reply;
      return Promise.resolve<HttpAnswer>({ status, headers, body: new TextEncoder().encode(text) });
    },
    close: () => Promise.resolve(),
  };
  return { client: createBackOfficeClient(http, { now: () => NOW }), requests };
};

const failureOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? [error.code, error.params] : error;
};

const report = {
  ...{
    at: '2026-03-01T12:00:00Z',
    serviceVersion: '1.0.0',
    productVersion: null,
    licence: null,
    licenceServers: [],
  },
  remoteAssistance: { allowed: false, until: null, inSession: false },
  updates: { newestOffered: null, downloaded: null },
};

describe('createBackOfficeClient', () => {
  it('registers without a token and drops members it does not know', async () => {
    const { client, requests } = clientWith({ status: 201, body: installation });
    const answer = await client.register(registration, signal);
    expect(answer).not.toHaveProperty('futureMember');
    expect(answer.organisation).not.toHaveProperty('futureMember');
    expect(requests[0]?.headers).not.toHaveProperty('Authorization');
    expect(requests[0]?.headers?.['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps the key of a request over its retries, and makes another when it has its answer', async () => {
    const { client, requests } = clientWith(
      new AppError('back-office-timed-out'),
      { status: 503 },
      { status: 200, body: installation },
      { status: 200, body: installation },
    );
    for (let n = 0; n < 4; n += 1) await client.register(registration, signal).catch(() => undefined);
    const keys = requests.map(({ headers }) => headers?.['Idempotency-Key']);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('sends no member that is not described', async () => {
    const { client, requests } = clientWith();
    const extra = { ...registration, userName: 'jdoe' };
    await expect(client.register(extra, signal)).rejects.toThrow(/userName/);
    expect(requests).toHaveLength(0);
  });

  it.each(['urn:uuid:7', 'site 7+ü@x', '%2e%2e', '...'])(
    'takes the installation %s as one path segment',
    async (installationId) => {
      const { client, requests } = clientWith({ status: 201, body: { ...installation, installationId } });
      const registered = await client.register(registration, signal);
      await client
        .nextEvents({ ...session, ...registered }, { after: null, waitSeconds: 0 }, signal)
        .catch(() => undefined);
      const segments = new URL(`https://host${requests[1]?.path ?? ''}`).pathname.split('/');
      expect(segments.map(decodeURIComponent)).toEqual(['', 'installations', installationId, 'events']);
    },
  );

  it('refuses a cursor that no address can carry', async () => {
    const { client } = clientWith({ status: 200, body: { cursor: '\ud800', events: [] } });
    const call = client.nextEvents(session, { after: null, waitSeconds: 0 }, signal);
    expect(await failureOf(call)).toEqual(['answer-unusable', {}]);
  });

  it('sends the token in the header and the cursor in the query, encoded', async () => {
    const { client, requests } = clientWith({ status: 200, body: { cursor: 'c', events: [] } });
    await client.nextEvents(session, { after: 'a/b&wait=0', waitSeconds: 50 }, signal);
    expect(requests[0]?.path).toBe('/installations/inst-1/events?after=a%2Fb%26wait%3D0&wait=50');
    expect(requests[0]?.headers).toEqual({ Authorization: 'Bearer token-canary' });
    expect(requests[0]?.deadlineMs).toBe(65_000);
  });

  it.each([
    [403, 'verification-code-wrong', 'verification-code-wrong'],
    [403, 'registration-blocked', 'registration-blocked'],
    [404, 'organisation-unknown', 'organisation-unknown'],
    [404, 'serial-number-unknown', 'serial-number-unknown'],
    [403, 'made-up', 'back-office-forbids'],
    [403, 'certificate-expired', 'back-office-forbids'],
    [401, 'token-invalid', 'back-office-error'],
    [429, 'too-many-attempts', 'back-office-busy'],
    [503, 'x', 'back-office-busy'],
    [500, 'x', 'back-office-error'],
    [400, 'body-invalid', 'back-office-error'],
  ])('register answered %i %s is %s', async (status, code, expected) => {
    const { client } = clientWith({ status, body: { status, code } });
    expect(await failureOf(client.register(registration, signal))).toEqual([expected, { status }]);
  });

  it.each([
    [401, 'token-refused'],
    [410, 'installation-removed'],
    [403, 'back-office-forbids'],
    [404, 'back-office-not-there'],
    [502, 'back-office-error'],
  ])('a heartbeat answered %i is %s', async (status, expected) => {
    const { client } = clientWith({ status, text: 'no problem document' });
    expect(await failureOf(client.reportStatus(session, report, signal))).toEqual([expected, { status }]);
  });

  it('tells that there is no licence from a licence index that is not there', async () => {
    const { client } = clientWith(
      { status: 404, body: { status: 404, code: 'no-licence' } },
      { status: 404 },
    );
    expect(await failureOf(client.licenceIndex(session, 'n', signal))).toEqual([
      'no-licence',
      { status: 404 },
    ]);
    expect(await failureOf(client.licenceIndex(session, 'n', signal))).toEqual([
      'back-office-error',
      { status: 404 },
    ]);
  });

  it('carries what the back office asks for in patience', async () => {
    const { client } = clientWith({ status: 503, headers: { 'retry-after': '7' } });
    expect(await failureOf(client.keySet(signal))).toEqual([
      'back-office-busy',
      { status: 503, retryAfterSeconds: 7 },
    ]);
  });

  it.each([
    ['no JSON', '{"cursor": 7, "events": [{]\u0000'],
    ['a wrong type', '{"cursor": 7, "events": []}'],
    ['too many events', JSON.stringify({ cursor: 'c', events: new Array(101).fill(null) })],
    ['an endless cursor', JSON.stringify({ cursor: 'c'.repeat(201), events: [] })],
    ['nothing', ''],
  ])('cannot use an answer with %s', async (_what, text) => {
    const { client } = clientWith({ status: 200, text });
    const poll = client.nextEvents(session, { after: null, waitSeconds: 0 }, signal);
    expect(await failureOf(poll)).toEqual(['answer-unusable', {}]);
  });

  it.each(['../../x', 'a/b', '', 'a'.repeat(101), 'a?b', '.', '..', '\ud800'])(
    'takes no installation id like "%s"',
    async (installationId) => {
      const { client } = clientWith({ status: 201, body: { ...installation, installationId } });
      expect(await failureOf(client.register(registration, signal))).toEqual(['answer-unusable', {}]);
    },
  );
});
