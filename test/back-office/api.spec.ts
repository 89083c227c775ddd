import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBackOffice, type BackOffice } from './back-office';
import { callBackOffice, registerInstallation, registrationOf, statusOf } from './test-caller';

let backOffice: BackOffice;
beforeEach(async () => {
  backOffice = await startBackOffice({ heartbeatSeconds: 5 });
});
afterEach(() => backOffice.close());

const post = (path: string, body: unknown, extra: Parameters<typeof callBackOffice>[2] = {}) =>
  callBackOffice(backOffice, path, { method: 'POST', body, ...extra });

describe('registration', () => {
  it('answers 201 for a new installation and 200 for one that comes again, whose old token then ends', async () => {
    const first = await post('/installations', registrationOf(backOffice));
    expect(first.status).toBe(201);
    expect(first.json()).toMatchObject({
      organisation: { id: 'SO-2001', name: 'Druckhaus Service GmbH' },
      heartbeatSeconds: 5,
    });
    const second = await post('/installations', registrationOf(backOffice));
    expect(second.status).toBe(200);
    const [before, after] = [first, second].map(
      (answer) => answer.json() as { installationId: string; token: string },
    );
    expect(after?.installationId).toBe(before?.installationId);
    const status = (token = '') =>
      callBackOffice(backOffice, `/installations/${after?.installationId ?? ''}/status`, {
        method: 'PUT',
        body: statusOf(),
        token,
      });
    expect(await status(before?.token)).toMatchObject({ status: 401 });
    expect(await status(after?.token)).toMatchObject({ status: 200 });
  });

  it.each([
    [{ verificationCode: 'WRONG' }, 403, 'verification-code-wrong'],
    [{ serviceOrganisationId: 'SO-9' }, 404, 'organisation-unknown'],
    [{ serialNumber: 'PD-9' }, 404, 'serial-number-unknown'],
    [{ surplus: 1 }, 400, 'body-invalid'],
    [{ hostName: undefined }, 400, 'body-invalid'],
    [{ hostName: 'x'.repeat(254) }, 400, 'body-invalid'],
  ])('refuses %j with %i %s as a problem document', async (changes, status, code) => {
    const answer = await post('/installations', registrationOf(backOffice, changes));
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ status, code });
  });

  it('stops guessing with 429 and Retry-After', async () => {
    const guess = () => post('/installations', registrationOf(backOffice, { verificationCode: 'WRONG' }));
    for (let tries = 0; tries < 20; tries += 1) expect((await guess()).status).toBe(403);
    expect(await guess()).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  });
});

describe('what every call carries', () => {
  it('refuses calls without the user agent or the idempotency key', async () => {
    const body = registrationOf(backOffice);
    const agent = await post('/installations', body, { headers: { 'user-agent': 'curl/8' } });
    expect(agent.json()).toMatchObject({ status: 400, code: 'user-agent-missing' });
    const key = await post('/installations', body, { headers: { 'idempotency-key': 'no UUID' } });
    expect(key.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
  });

  it('gives the same answer to the same key and body, and refuses the key with another body', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await post('/installations', registrationOf(backOffice), { headers });
    const again = await post('/installations', registrationOf(backOffice), { headers });
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    const other = await post('/installations', registrationOf(backOffice, { hostName: 'other' }), {
      headers,
    });
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('answers junk, foreign types, oversize and unknown paths with problems', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const asText = await post('/installations', {}, { headers: { 'content-type': 'text/plain' } });
    expect(asText).toMatchObject({ status: 415 });
    const tooMuch = await post('/installations', { hostName: 'x'.repeat(1_100_000) });
    expect(tooMuch.json()).toMatchObject({ status: 413, code: 'body-too-large' });
    const nowhere = await callBackOffice(backOffice, `/installations/${installationId}/nowhere`, { token });
    expect(nowhere.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('keeps a record of the calls without the token', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    await callBackOffice(backOffice, `/installations/${installationId}/events?wait=0`, { token });
    expect(backOffice.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/api/v1/installations', 201],
      ['GET', `/api/v1/installations/${installationId}/events`, 200],
    ]);
    expect(JSON.stringify(backOffice.requests)).not.toContain(token);
  });
});

describe('status and removal', () => {
  it('takes the status, refuses members that are not described', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const put = (body: unknown) =>
      callBackOffice(backOffice, `/installations/${installationId}/status`, { method: 'PUT', body, token });
    const taken = await put(statusOf());
    expect(taken.json()).toMatchObject({ heartbeatSeconds: 5 });
    expect(backOffice.view().status?.licenceServers[1]?.reason).toBe('share-unreachable');
    expect(await put(statusOf({ operator: 'Erika' }))).toMatchObject({ status: 400 });
    backOffice.removeInstallation();
    expect((await put(statusOf())).json()).toMatchObject({ status: 410, code: 'installation-removed' });
  });

  it('takes a licence report and an answer to a request for assistance, once', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const [licence] = backOffice.licences();
    const report = {
      licenceId: licence?.licenceId,
      sequence: 1,
      verdict: 'accepted',
      results: [{ licenceServerId: 'main', name: 'Main server', outcome: 'installed' }],
    };
    const path = `/installations/${installationId}/licence-reports`;
    expect(await post(path, report, { token })).toMatchObject({ status: 204 });
    expect(backOffice.view().lastReport).toMatchObject(report);
    expect(await post(path, { ...report, extra: 1 }, { token })).toMatchObject({ status: 400 });
    const { requestId } = backOffice.requestAssistance({
      technician: { name: 'Ada', organisation: 'Druckhaus Service GmbH' },
      ticket: 'T-1',
      reason: 'Colours',
      access: 'view',
      session: { provider: 'teamviewer', code: 's12-345-678', endCustomerLink: '', validUntil: '' },
    });
    const answer = { decision: 'denied', at: new Date().toISOString() };
    expect(await post(`/assistance/${requestId}/answer`, answer, { token })).toMatchObject({ status: 204 });
    const twice = await post(`/assistance/${requestId}/answer`, answer, { token });
    expect(twice.json()).toMatchObject({ status: 409, code: 'already-answered' });
  });
});

describe('events', () => {
  const poll = (token: string, id: string, query: string) =>
    callBackOffice(backOffice, `/installations/${id}/events?${query}`, { token });
  type Events = { cursor: string; events: { type: string; licenceId?: string }[] };

  it('answers a waiting poll within milliseconds of an issue, then from the cursor on', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const waiting = poll(token, installationId, 'wait=30');
    await expect.poll(() => backOffice.view().installation?.isPolling).toBe(true);
    const issuedAt = performance.now();
    const { licenceId } = backOffice.issueLicence({ kind: 'add-users', users: 25 });
    const { cursor, events } = (await waiting).json() as Events;
    expect(performance.now() - issuedAt).toBeLessThan(500);
    expect(events).toMatchObject([{ type: 'licence-available', licenceId, sequence: 2 }]);
    const rest = await poll(token, installationId, `wait=0&after=${cursor}`);
    expect(rest.json()).toMatchObject({ cursor, events: [] });
    const fromTheStart = await poll(token, installationId, 'wait=0');
    expect(fromTheStart.json()).toMatchObject({ cursor, events });
    const unknownCursor = await poll(token, installationId, 'wait=0&after=of-another-life.7');
    expect(unknownCursor.json()).toMatchObject({ cursor, events });
  });

  it('holds a poll of more than 55 s with blanks, the first at once, and answers it like any other', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const first = callBackOffice(backOffice, `/installations/${installationId}/events?wait=900`, {
      token,
      bytes: 1,
    });
    expect((await first).text).toBe(' ');
    await expect.poll(() => backOffice.view().installation?.isPolling).toBe(false);
    const waiting = poll(token, installationId, 'wait=900');
    await expect.poll(() => backOffice.view().installation?.isPolling).toBe(true);
    const { licenceId } = backOffice.issueLicence({ kind: 'add-users', users: 25 });
    const answer = await waiting;
    expect(answer.text).toMatch(/^ +\{/);
    expect(answer.json()).toMatchObject({ waitSeconds: 1800, events: [{ licenceId }] });
  });

  it('ends a poll with blanks, its status said already, when its token ends', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const waiting = poll(token, installationId, 'wait=900');
    await expect.poll(() => backOffice.view().installation?.isPolling).toBe(true);
    await registerInstallation(backOffice);
    expect((await waiting).json()).toMatchObject({ events: [] });
    expect(await poll(token, installationId, 'wait=0')).toMatchObject({ status: 401 });
  });

  it('answers an empty list when the time is over and refuses a wait beyond half an hour', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const empty = await poll(token, installationId, 'wait=1');
    expect(empty.json()).toMatchObject({ events: [] });
    expect(await poll(token, installationId, 'wait=1801')).toMatchObject({ status: 400 });
  });

  it('ends a waiting poll with 401 when its token ends', async () => {
    const { token, installationId } = await registerInstallation(backOffice);
    const waiting = poll(token, installationId, 'wait=30');
    await expect.poll(() => backOffice.view().installation?.isPolling).toBe(true);
    await registerInstallation(backOffice);
    expect((await waiting).json()).toMatchObject({ status: 401, code: 'token-invalid' });
  });
});
