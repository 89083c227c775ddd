import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionRunner, type SessionRunner } from '@electron/app/assistance/session-runner';
import { followService } from '@electron/app/supervision/follow-service';
import { BURST } from '@electron/service/audit/record-limits';
import { connectToService, type ServiceLink } from '@electron/link/service-client';
import { createAssistanceProvider } from '@electron/platform/remote-client';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import { RECONNECT_LIMIT_MS } from '@shared/domain/assistance/assistance';
import type { Status } from '@shared/domain/status/status';
import { HOSTILE_CODES, HOSTILE_LINKS } from '@shared/domain/assistance/assistance-link.fixture';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { configure, createProgram, type Program } from '../support/program';
import { isRunning, kill } from '../support/processes/processes';
import { createStandIn, type StandIn } from '../support/stand-in-client';

const LINK = 'https://get.teamviewer.com/v15/s12345678';
const SOON = { timeout: 20_000, interval: 50 };
const HOUR = 3_600_000;

const ask = (change: object = {}, session: object = {}) => ({
  technician: { name: 'Ada Lovelace', organisation: 'Druckhaus Service GmbH' },
  ticket: 'T-4711',
  reason: 'Colours are wrong',
  access: 'view' as const,
  ...change,
  session: {
    provider: 'teamviewer' as const,
    code: 's12-345-678',
    endCustomerLink: LINK,
    validUntil: new Date(Date.now() + HOUR).toISOString(),
    ...session,
  },
});

let office: BackOffice;
let client: StandIn;
let program: Program;
let service: ChildProcess;
let link: ServiceLink;
let app: SessionRunner;

/** The app without its windows: it sees the status, and a spec presses the buttons. */
const openApp = async () => {
  link = await vi.waitFor(
    () => connectToService({ runFolder: path.join(program.home, 'run'), role: 'operator', build: 'spec' }),
    SOON,
  );
  app = createSessionRunner({
    provider: createAssistanceProvider('teamviewer', 'linux', program.env),
    service: () => link.client,
    log: { info: () => undefined, warn: () => undefined },
  });
  link.onClosed(() => app.serviceLost());
  await followService(link.client, {
    onStatus: ({ status }) => app.statusChanged(status.remoteAssistance),
    onActivity: () => undefined,
    onCheck: () => undefined,
    onAttending: () => app.linked(),
    onEndsForGood: () => undefined,
  });
};

const statusNow = async (): Promise<Status> => {
  const reply = await link.client.status.read();
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.status;
};
const assistance = async () => (await statusNow()).remoteAssistance;
const untilAsked = () =>
  vi.waitFor(async () => {
    const { request } = await assistance();
    if (request === null) throw new Error('nobody was asked');
    return request;
  }, SOON);
const untilOver = () => vi.waitFor(async () => expect((await assistance()).session).toBeNull(), SOON);

const activity = async (): Promise<ActivityEntry[]> => {
  const reply = await link.client.activity.read({ limit: 200 });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.entries;
};
const kinds = async () =>
  (await activity()).map(({ kind }) => kind).filter((kind) => kind.startsWith('assistance-'));

type Asked = ReturnType<BackOffice['requestAssistance']>;

/** The reports to the back office about a request. */
const told = (request: Asked, what: 'answer' | 'end') =>
  vi.waitFor(() => {
    const report = request[what];
    if (report === null) throw new Error(`not told: ${what}`);
    return report;
  }, SOON);
/** How often it was told so. */
const timesTold = ({ requestId }: Asked, what: 'answer' | 'ended') =>
  office.requests.filter(
    ({ path: at, status }) => at.endsWith(`/assistance/${requestId}/${what}`) && status === 204,
  ).length;

const untilConnected = () =>
  vi.waitFor(async () => expect((await statusNow()).connection.state).toBe('connected'), SOON);

const startService = async () => {
  service = await program.startService();
  await openApp();
  await untilConnected();
};

/** From a request to a running client. */
const intoSession = async () => {
  const request = office.requestAssistance(ask());
  await app.allow(await untilAsked(), 'en-GB');
  await vi.waitFor(() => expect(client.starts()).toEqual([[LINK]]), SOON);
  return { request, process: client.processes()[0] ?? 0 };
};

const gone = (process: number, within = 2000) => {
  const began = Date.now();
  return vi
    .waitFor(() => expect(isRunning(process)).toBe(false), { timeout: 15_000, interval: 20 })
    .then(() => expect(Date.now() - began).toBeLessThan(within));
};

beforeEach(async () => {
  office = await startBackOffice();
  client = createStandIn();
  program = await createProgram(office);
  program.env['PATH'] = `${client.folder}:${program.env['PATH'] ?? ''}`;
  await configure(program, office);
  await program.set('remoteAssistance.allowed', true);
  await startService();
});
afterEach(async () => {
  link.close();
  await program.end();
  client.remove();
  await office.close();
});

describe('a session', () => {
  it('is asked for, allowed, held with exactly that link, and stopped with one click', async () => {
    const { request, process } = await intoSession();
    expect(await told(request, 'answer')).toMatchObject({
      decision: 'allowed',
      answeredBy: userInfo().username,
    });
    await vi.waitFor(() => expect(office.view().status?.remoteAssistance.inSession).toBe(true), SOON);
    expect((await assistance()).session).toMatchObject({ technician: 'Ada Lovelace', state: 'running' });

    expect((await program.cli(['assistance', 'end', '--json'])).json).toEqual({ ended: true });
    await gone(process);
    expect(await told(request, 'end')).toMatchObject({ endedBy: 'customer' });
    await untilOver();
    expect((await kinds()).slice(0, 4)).toEqual([
      'assistance-ended',
      'assistance-started',
      'assistance-allowed',
      'assistance-requested',
    ]);
    const allowed = (await activity()).find(({ kind }) => kind === 'assistance-allowed');
    expect(allowed?.detail).toMatchObject({
      technician: 'Ada Lovelace',
      answeredBy: userInfo().username,
      access: 'view',
    });
    expect(allowed?.detail['notice']).toContain('will see the screen');
    const history = await link.client.assistance.history({ skip: 0 });
    expect(history).toMatchObject({
      value: { total: 1, records: [{ answer: 'allowed', endedBy: 'customer' }] },
    });
    expect(client.starts()).toHaveLength(1);
  });

  it('ends at once also while the back office cannot be reached, which hears of it later', async () => {
    const { request, process } = await intoSession();
    await told(request, 'answer');
    await office.goAway();
    await link.client.assistance.stop();
    await gone(process);
    await untilOver();
    await office.comeBack();
    expect(await told(request, 'end')).toMatchObject({ endedBy: 'customer' });
    await link.client.status.read();
    expect(timesTold(request, 'ended')).toBe(1);
  });

  it('ends when the technician ends it, and when the client is closed', async () => {
    const first = await intoSession();
    office.sendEvent({ type: 'assistance-ended', requestId: first.request.requestId, endedBy: 'technician' });
    await gone(first.process, 5000);
    expect(await told(first.request, 'end')).toMatchObject({ endedBy: 'technician' });
    await untilOver();

    const second = office.requestAssistance(ask());
    await app.allow(await untilAsked(), 'it');
    await vi.waitFor(() => expect(client.starts()).toHaveLength(2), SOON);
    client.leave();
    expect(await told(second, 'end')).toMatchObject({ endedBy: 'customer' });
    await untilOver();
  });

  it('ends with the service, which reports it after its next start', async () => {
    const { request, process } = await intoSession();
    await told(request, 'answer');
    kill(service.pid);
    await gone(process);
    await startService();
    expect(await told(request, 'end')).toMatchObject({ endedBy: 'service-stopped' });
    expect(await kinds()).toContain('assistance-ended');
    expect((await assistance()).session).toBeNull();
  });

  it('ends with the app that runs it, and the service ends what the app has left behind', async () => {
    const { request, process } = await intoSession();
    app.serviceLost = () => undefined;
    app.statusChanged = () => undefined;
    link.close();
    await gone(process, RECONNECT_LIMIT_MS + 4000);
    expect(await told(request, 'end')).toMatchObject({ endedBy: 'service-stopped' });
  });

  it('goes on when no new one is allowed, and keeps others away', async () => {
    const { process } = await intoSession();
    expect(await told(office.requestAssistance(ask()), 'answer')).toMatchObject({ decision: 'busy' });
    await program.cli(['assistance', 'forbid']);
    expect(isRunning(process)).toBe(true);
    expect(await assistance()).toMatchObject({ allowed: false, session: { state: 'running' } });
    const request = office.requestAssistance(ask());
    expect(await told(request, 'answer')).toMatchObject({ decision: 'not-permitted' });
  });
});

describe('a request', () => {
  it('is denied by a person, or by silence', async () => {
    const denied = office.requestAssistance(ask());
    await app.deny(await untilAsked(), 'en-GB');
    expect(await told(denied, 'answer')).toMatchObject({ decision: 'denied' });
    const silent = office.requestAssistance(ask(), 2);
    await untilAsked();
    expect(await told(silent, 'answer')).toMatchObject({ decision: 'no-answer' });
    expect((await kinds()).slice(0, 4)).toEqual([
      'assistance-no-answer',
      'assistance-requested',
      'assistance-denied',
      'assistance-requested',
    ]);
    expect(client.starts()).toEqual([]);
  });

  it('that was withdrawn cannot be allowed any more', async () => {
    const { requestId } = office.requestAssistance(ask());
    const question = await untilAsked();
    for (const id of [requestId, randomUUID()]) {
      expect(await link.client.assistance.launch({ requestId: id, grant: 'A'.repeat(43) })).toMatchObject({
        error: { code: 'assistance-grant-invalid' },
      });
    }
    office.sendEvent({ type: 'assistance-withdrawn', requestId });
    await vi.waitFor(async () => expect((await assistance()).request).toBeNull(), SOON);
    await expect(app.allow(question, 'en-GB')).rejects.toMatchObject({ code: 'assistance-request-gone' });
    expect(client.starts()).toEqual([]);
    expect((await kinds())[0]).toBe('assistance-withdrawn');
  });

  it('is not put before anybody without the permission, a client or an app', async () => {
    await program.set('remoteAssistance.allowed', false);
    const forbidden = office.requestAssistance(ask());
    expect(await told(forbidden, 'answer')).toMatchObject({ decision: 'not-permitted' });
    await program.set('remoteAssistance.allowed', true);
    chmodSync(client.folder, 0o777);
    const fake = office.requestAssistance(ask());
    expect(await told(fake, 'answer')).toMatchObject({
      decision: 'not-permitted',
      reason: 'client',
    });
    chmodSync(client.folder, 0o755);
    link.close();
    const alone = office.requestAssistance(ask());
    expect(await told(alone, 'answer')).toMatchObject({
      decision: 'unavailable',
      reason: 'no-app',
    });
    expect(client.starts()).toEqual([]);
  });

  it('whose link or texts are not as agreed is refused by name', async () => {
    const hostile = [
      ...HOSTILE_LINKS.map(([endCustomerLink, refusal]) => [refusal, {}, { endCustomerLink }] as const),
      ...HOSTILE_CODES.map((code) => ['code-invalid', {}, { code }] as const),
      ['text-too-long', { reason: 'x'.repeat(5000) }, {}],
      ['text-characters', { technician: { name: 'Ada\u202eecila', organisation: 'O' } }, {}],
    ] as const;
    expect(hostile.length).toBeGreaterThan(40);
    // All at once: an office that is taken over does not wait for answers either.
    const asked = hostile.map(([refusal, change, session]) => ({
      refusal,
      request: office.requestAssistance(ask(change, session)),
    }));
    for (const { refusal, request } of asked) {
      expect(await told(request, 'answer'), refusal).toMatchObject({
        decision: 'unavailable',
        reason: refusal,
      });
    }
    const refused = (await activity()).filter(({ kind }) => kind === 'assistance-refused');
    // Those above the limit of records of a kind are counted, not recorded one by one (T61).
    expect(refused).toHaveLength(Math.min(hostile.length, BURST));
    expect((await assistance()).request).toBeNull();
    expect(client.starts()).toEqual([]);
  });
});

describe('the permission', () => {
  it('says when it ends, survives a restart and is counted anew when it is given again', async () => {
    const allowed = (await program.cli(['assistance', 'allow', '1', '--json'])).json as { until: string };
    expect(Date.parse(allowed.until) - Date.now()).toBeGreaterThan(0.9 * HOUR);
    kill(service.pid);
    await startService();
    expect(await assistance()).toMatchObject({ allowed: true, until: allowed.until });
    const again = (await program.cli(['assistance', 'allow', '4', '--json'])).json;
    expect(again).toMatchObject({ allowed: true, unmet: [] });
    expect((await program.cli(['assistance', 'forbid', '--json'])).json).toEqual({
      allowed: false,
      until: null,
    });
    expect(await assistance()).toMatchObject({ allowed: false, until: null });
  });
});
