import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office';
import type { BehaviourRule } from './behaviour-rules';
import { callBackOffice, nonce, registerInstallation, registrationOf, type Registered } from '../test-caller';

let backOffice: BackOffice;
let registered: Registered;
beforeAll(async () => {
  backOffice = await startBackOffice();
});
beforeEach(async () => {
  backOffice.setBehaviour([]);
  registered = await registerInstallation(backOffice);
});
afterAll(() => backOffice.close());

const misbehave = (behaviour: BehaviourRule['behaviour'], route = '*', more: Partial<BehaviourRule> = {}) =>
  backOffice.setBehaviour([{ route, behaviour, ...more }]);
const get = (path: string) => callBackOffice(backOffice, path, { token: registered.token });
const events = () => get(`/installations/${registered.installationId}/events?wait=0`);
const index = (sent = nonce()) =>
  get(`/installations/${registered.installationId}/licence-index?nonce=${sent}`);
const claimsOf = (jws: string) =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('rules', () => {
  it('concern a route and a number of calls', async () => {
    misbehave({ does: 'status', status: 503, retryAfter: '7' }, 'GET /installations/*/events', {
      skip: 1,
      times: 1,
    });
    expect(await index()).toMatchObject({ status: 200 });
    expect(await events()).toMatchObject({ status: 200 });
    expect(await events()).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
    expect(await events()).toMatchObject({ status: 200 });
    expect(backOffice.requests.at(-2)).toMatchObject({ status: 503, misbehaviours: ['status'] });
  });
});

describe('answers in place of the right one', () => {
  it.each([
    [{ does: 'token-invalid' }, 401, 'application/problem+json'],
    [{ does: 'installation-removed' }, 410, 'application/problem+json'],
    [{ does: 'sign-in-page' }, 200, 'text/html'],
    [{ does: 'redirect', location: 'https://evil.example/' }, 302, undefined],
    [{ does: 'content-type' }, 200, 'text/plain'],
    [{ does: 'delay', milliseconds: 10 }, 200, 'application/json'],
  ] as const)('%j', async (behaviour, status, contentType) => {
    misbehave(behaviour);
    const answer = await events();
    expect(answer.status).toBe(status);
    if (contentType !== undefined) expect(answer.headers['content-type']).toContain(contentType);
  });

  it.each([
    { does: 'cut', at: 'request' },
    { does: 'cut', at: 'body' },
    { does: 'cut', at: 'answer' },
    { does: 'raw', text: 'HTTP/9 what\r\n\r\n' },
  ] as const)('%j ends in an error', async (behaviour) => {
    misbehave(behaviour);
    await expect(events()).rejects.toThrow();
  });

  it('junk is no JSON', async () => {
    misbehave({ does: 'junk' });
    const answer = await events();
    expect(() => answer.json()).toThrow();
  });

  it('too much is too much, plainly and inflated', async () => {
    misbehave({ does: 'too-large', bytes: 3_000_000 });
    expect((await events()).body.length).toBe(3_000_000);
    misbehave({ does: 'gzip-bomb', bytes: 3_000_000 });
    const { body, headers } = await events();
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(30_000);
    expect(gunzipSync(body).length).toBe(3_000_000);
  });

  it.each([
    [{ does: 'drip', everyMilliseconds: 5 }, 3],
    [{ does: 'endless-stream' }, 5_000_000],
  ] as const)('%j goes on until the caller has enough', async (behaviour, bytes) => {
    misbehave(behaviour);
    const { token, installationId } = registered;
    const path = `/installations/${installationId}/events?wait=0`;
    const answer = await callBackOffice(backOffice, path, { token, bytes });
    expect(answer.headers['content-length']).toBeUndefined();
    expect(answer.body.length).toBeGreaterThanOrEqual(bytes);
  });

  it('leaves answers alone that a rule has no meaning for', async () => {
    misbehave({ does: 'wrong-nonce' });
    expect((await events()).json()).toHaveProperty('cursor');
  });

  it('handles a call whose answer is cut only once', async () => {
    const headers = { 'idempotency-key': '4f9c0d6e-58a5-4a3b-9d4c-1e5c7a0b9f11' };
    const register = () =>
      callBackOffice(backOffice, '/installations', {
        method: 'POST',
        body: registrationOf(backOffice),
        headers,
      });
    misbehave({ does: 'cut', at: 'answer' }, 'POST /installations', { times: 1 });
    await expect(register()).rejects.toThrow();
    const { token } = (await register()).json() as Registered;
    const again = await callBackOffice(
      backOffice,
      `/installations/${registered.installationId}/events?wait=0`,
      { token },
    );
    expect(again.status).toBe(200);
  });
});

describe('lies', () => {
  it('about the index: another nonce, stale, an older licence, an earlier answer', async () => {
    backOffice.issueLicence({ kind: 'add-users', users: 1 });
    const sent = nonce();
    misbehave({ does: 'wrong-nonce' });
    expect(claimsOf((await index(sent)).text)['nonce']).not.toBe(sent);
    misbehave({ does: 'stale-index' });
    expect(String(claimsOf((await index(sent)).text)['freshUntil']) < new Date().toISOString()).toBe(true);
    misbehave({ does: 'older-index' });
    expect(claimsOf((await index(sent)).text)).toMatchObject({ nonce: sent, sequence: 1 });
    misbehave({ does: 'repeated-answer' });
    expect((await index()).text).toBe((await index()).text);
  });

  it('about the package: an older one, a broken signature, a strange key', async () => {
    const { licenceId, package: right } = backOffice.issueLicence({ kind: 'add-users', users: 1 });
    misbehave({ does: 'older-package' });
    expect(claimsOf((await get(`/licences/${licenceId}`)).text)['sequence']).toBe(1);
    misbehave({ does: 'broken-signature' });
    const broken = (await get(`/licences/${licenceId}`)).text;
    expect(broken).not.toBe(right);
    expect(broken.length).toBe(right.length);
    misbehave({ does: 'strange-key' });
    expect(claimsOf((await get(`/licences/${licenceId}`)).text)).toEqual(claimsOf(right));
  });

  it('in events: unknown, twice, more members, hostile texts, the end', async () => {
    backOffice.sendEvent({ type: 'announcement', severity: 'info', title: { en: 'Hello' } });
    misbehave({ does: 'hostile-strings' });
    expect((await events()).text).toContain('"title":{"en":"<img src=x');
    misbehave({ does: 'extra-members' });
    expect((await events()).json()).toHaveProperty('futureMember');
    misbehave({ does: 'duplicated-events' });
    const { events: doubled } = (await events()).json() as { events: { id: string }[] };
    expect(new Set(doubled.map(({ id }) => id)).size).toBe(doubled.length / 2);
    misbehave({ does: 'unknown-events' });
    expect((await events()).text).toContain('coffee-machine-descaled');
    misbehave({ does: 'registration-ended', reason: 'over' });
    expect((await events()).text).toContain('"type":"registration-ended","reason":"over"');
  });
});

describe('absence', () => {
  it('cuts everything and comes back at the same place', async () => {
    await backOffice.goAway();
    await expect(events()).rejects.toThrow('ECONNREFUSED');
    await backOffice.comeBack();
    expect(await events()).toMatchObject({ status: 200 });
  });
});
