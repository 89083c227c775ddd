import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RECONNECT_LIMIT_MS } from '@shared/domain/assistance/assistance';
import type { AssistanceJob } from './assistance-job';
import {
  createAssistanceTestEnvironment,
  HOUR,
  LINK,
  requestEvent,
  type AssistanceTestEnvironment,
} from './assistance-job.fixture';

const MINUTE = 60_000;

let around: AssistanceTestEnvironment;
let job: AssistanceJob;
beforeEach(async () => {
  around = createAssistanceTestEnvironment();
  job = around.make();
  await job.start();
  await job.apply(around.settings());
  await job.handlers.attend(undefined, around.caller);
});
afterEach(async () => {
  vi.useRealTimers();
  await job.stop();
  around.remove();
});

const { waitFor } = vi;
const ask = async (requestId: string, change: object = {}, session: object = {}) => {
  job.requested(requestEvent(requestId, around.world.wall, change, session));
  await waitFor(() => expect(around.world.status.request?.requestId).toBe(requestId));
};
const answer = (requestId: string, decision: 'allow' | 'deny' | 'cannot-show' = 'allow') =>
  job.handlers.answer({ requestId, decision, language: 'it' }, around.caller);
const intoSession = async (requestId = 'r-1', processId = 4711) => {
  await ask(requestId);
  const { grant } = await answer(requestId);
  const launch = await job.handlers.launch({ requestId, grant: grant ?? '' }, around.caller);
  await job.handlers.started({ requestId, processId }, around.caller);
  return { grant: grant ?? '', launch };
};
const told = (requestId: string) =>
  waitFor(() => {
    const found = around.world.told.filter((report) => report.requestId === requestId);
    if (found.length === 0) throw new Error('nothing was told');
    return found.map(({ body }) => body);
  });
const untilTold = (requestId: string, body: object) =>
  waitFor(async () => expect(await told(requestId)).toContainEqual(expect.objectContaining(body)));
/** Has the job look at the clock. */
const look = () => job.handlers.clientGone({ requestId: 'none', failure: null }, around.caller);

describe('a session', () => {
  it('is let start once, with what was asked for', async () => {
    const { grant, launch } = await intoSession();
    const { lifeline, ...rest } = launch;
    expect(rest).toEqual({ requestId: 'r-1', provider: 'teamviewer', link: LINK, minimumVersion: null });
    expect(lifeline).not.toBe(grant);
    await expect(job.handlers.launch({ requestId: 'r-1', grant }, around.caller)).rejects.toMatchObject({
      code: 'assistance-grant-invalid',
    });
    const allowed = around.world.audit.find(({ kind }) => kind === 'assistance-allowed');
    expect(allowed?.detail).toMatchObject({ answeredBy: 'Erika', notice: 'Ada it', technician: 'Ada' });
  });

  it('lets nobody in whom the system does not show, and takes their no', async () => {
    around.world.account = null;
    await ask('r-1');
    await expect(answer('r-1')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(around.world.status.request?.requestId).toBe('r-1');
    expect(await answer('r-1', 'deny')).toEqual({ grant: null });
    expect(around.world.status.request).toBeNull();
  });

  it('lasts 60 minutes, and as long again when a person says so', async () => {
    await intoSession();
    around.pass(59 * MINUTE);
    await job.handlers.extend({ requestId: 'r-1' }, around.caller);
    around.pass(59 * MINUTE);
    await look();
    expect(around.world.status.session?.state).toBe('running');
    around.pass(MINUTE);
    await look();
    expect(around.world.status.session?.state).toBe('ending');
    await untilTold('r-1', { endedBy: 'expired' });
  });

  it('ends with the permission, however the clock is set', async () => {
    await job.apply(around.settings({ endsAfterHours: 1 }));
    around.pass(30 * MINUTE);
    await intoSession();
    around.world.wall -= 300 * HOUR;
    around.world.elapsed += 30 * MINUTE;
    await look();
    expect(around.world.status).toMatchObject({ allowed: false, hasExpired: true });
    await untilTold('r-1', { endedBy: 'permission-ended' });
  });

  it('is widened from view to control only after another answer', async () => {
    await intoSession();
    await ask('r-2', { access: 'control' });
    expect(around.world.status.request?.kind).toBe('widen');
    await answer('r-2', 'deny');
    expect(around.world.status.session?.access).toBe('view');
    await ask('r-3', { access: 'control' });
    expect(await answer('r-3')).toEqual({ grant: null });
    expect(around.world.status.session?.access).toBe('control');
    await untilTold('r-3', { decision: 'allowed' });
    job.requested(requestEvent('r-4', around.world.wall, {}, { code: 's99-999-999' }));
    await untilTold('r-4', { decision: 'busy' });
  });

  it('ends when the app that runs it is gone and does not come back, and so does its client', async () => {
    await intoSession();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const gone of around.world.gone) gone();
    vi.advanceTimersByTime(RECONNECT_LIMIT_MS - 1);
    await look();
    expect(around.world.status.session).toMatchObject({ state: 'running' });
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    await waitFor(() => expect(around.world.ended).toContain(4711));
    await untilTold('r-1', { endedBy: 'service-stopped' });
    await waitFor(() => expect(around.world.status.session).toBeNull());
  });

  it('goes on with the app that comes back in time and proves that it is the same', async () => {
    const { launch } = await intoSession();
    const { requestId, lifeline } = launch;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const gone of around.world.gone.splice(0)) gone();
    const stranger = job.handlers.resume(
      { requestId, lifeline: 'A'.repeat(43), processId: 4711 },
      { ...around.caller },
    );
    await expect(stranger).rejects.toMatchObject({ code: 'assistance-request-gone' });
    await job.handlers.resume({ requestId, lifeline, processId: 4711 }, { ...around.caller });
    vi.advanceTimersByTime(2 * RECONNECT_LIMIT_MS);
    await look();
    expect(around.world.status.session).toMatchObject({ requestId, state: 'running' });
    for (const gone of around.world.gone) gone();
    vi.advanceTimersByTime(RECONNECT_LIMIT_MS);
    vi.useRealTimers();
    await untilTold(requestId, { endedBy: 'service-stopped' });
  });

  it('that is over cannot be resumed', async () => {
    const { launch } = await intoSession();
    const { requestId, lifeline } = launch;
    await job.handlers.stop(undefined, around.caller);
    const late = job.handlers.resume({ requestId, lifeline, processId: 4711 }, around.caller);
    await expect(late).rejects.toMatchObject({ code: 'assistance-request-gone' });
  });

  it('an open request waits for an app that comes back, and is told to nobody else', async () => {
    await ask('r-1');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const gone of around.world.gone.splice(0)) gone();
    await job.handlers.attend(undefined, { ...around.caller });
    vi.advanceTimersByTime(2 * RECONNECT_LIMIT_MS);
    vi.useRealTimers();
    expect(await answer('r-1', 'deny')).toEqual({ grant: null });
    await untilTold('r-1', { decision: 'denied' });
  });

  it('that begins right after another is not ended with the client of that one', async () => {
    await intoSession('r-1');
    await job.handlers.stop(undefined, around.caller);
    await job.handlers.clientGone({ requestId: 'r-1', failure: null }, around.caller);
    await intoSession('r-2', 4712);
    await waitFor(() => expect(around.world.ended).toEqual([4711]), { timeout: 5000 });
    await look();
    expect(around.world.status.session).toMatchObject({ requestId: 'r-2', state: 'running' });
    await job.handlers.stop(undefined, around.caller);
    await waitFor(() => expect(around.world.ended).toEqual([4711, 4712]), { timeout: 5000 });
  });

  it('is over for a service that starts anew, which ends the client first', async () => {
    await intoSession();
    const next = around.make();
    await next.start();
    expect(around.world.ended).toEqual([4711]);
    expect(around.world.status.session).toBeNull();
    await untilTold('r-1', { endedBy: 'service-stopped' });
    await next.stop();
  });
});

describe('a request', () => {
  it('cannot be allowed while that cannot be recorded', async () => {
    await ask('r-1');
    around.world.isAuditBroken = true;
    await expect(answer('r-1')).rejects.toMatchObject({ code: 'assistance-not-recorded' });
    around.world.isAuditBroken = false;
    expect(around.world.status.request?.requestId).toBe('r-1');
    expect(around.world.told).toEqual([]);
  });

  it('is a no after 120 seconds of silence, whatever the help desk allows', async () => {
    await ask('r-1', { answerBy: new Date(around.world.wall + HOUR).toISOString() });
    around.pass(119_000);
    await look();
    expect(around.world.status.request).not.toBeNull();
    around.pass(1000);
    await expect(answer('r-1')).rejects.toMatchObject({ code: 'assistance-request-gone' });
    await untilTold('r-1', { decision: 'no-answer' });
  });

  it('of which the answer comes too late to start gives nothing away', async () => {
    await ask('r-1');
    const { grant } = await answer('r-1');
    around.pass(31_000);
    await expect(
      job.handlers.launch({ requestId: 'r-1', grant: grant ?? '' }, around.caller),
    ).rejects.toMatchObject({
      code: 'assistance-grant-invalid',
    });
    await untilTold('r-1', { endedBy: 'service-stopped' });
    const { records } = await job.handlers.history({ skip: 0 }, around.caller);
    expect(records).toMatchObject([{ answer: 'allowed', endedBy: 'client-not-started' }]);
  });

  it('whose client cannot be started is recorded with that reason', async () => {
    await ask('r-1');
    const { grant } = await answer('r-1');
    await job.handlers.launch({ requestId: 'r-1', grant: grant ?? '' }, around.caller);
    await job.handlers.clientGone({ requestId: 'r-1', failure: 'client-too-old' }, around.caller);
    await untilTold('r-1', { endedBy: 'service-stopped' });
    const { records } = await job.handlers.history({ skip: 0 }, around.caller);
    expect(records).toMatchObject([{ answer: 'allowed', endedBy: 'client-not-started' }]);
    const ended = around.world.audit.find(({ kind }) => kind === 'assistance-ended');
    expect(ended?.detail).toMatchObject({ endedBy: 'client-not-started', failure: 'client-too-old' });
  });

  it('is gone where it was taken back at once', async () => {
    job.requested(requestEvent('r-1', around.world.wall));
    job.withdrawn('r-1');
    const kinds = () => around.world.audit.map(({ kind }) => kind);
    await waitFor(() => expect(kinds()).toContain('assistance-withdrawn'));
    await waitFor(() => expect(around.world.status.request).toBeNull());
    await expect(answer('r-1')).rejects.toMatchObject({ code: 'assistance-request-gone' });
  });

  it('is answered unavailable where no screen can show it', async () => {
    await ask('r-1');
    await answer('r-1', 'cannot-show');
    await untilTold('r-1', { decision: 'unavailable', reason: 'no-screen' });
  });

  it('is not permitted while a precondition or the permission is missing', async () => {
    around.world.unmet = ['proxy'];
    job.requested(requestEvent('r-1', around.world.wall));
    await untilTold('r-1', { decision: 'not-permitted', reason: 'proxy' });
    around.world.unmet = [];
    await job.apply(around.settings({ allowed: false }));
    job.requested(requestEvent('r-2', around.world.wall));
    await untilTold('r-2', { decision: 'not-permitted', reason: 'permission-off' });
  });

  it('that comes after its time is not put before anybody', async () => {
    job.requested(
      requestEvent('r-1', around.world.wall - 10 * MINUTE, {}, { validUntil: '2027-01-01T00:00:00Z' }),
    );
    await untilTold('r-1', { decision: 'no-answer', reason: 'too-late' });
  });
});

describe('the permission', () => {
  it('keeps its end over a restart, and is counted anew only when a person gives it again', async () => {
    const { until } = around.world.status;
    expect(until).toBe('2026-03-02T17:00:00.000Z');
    around.pass(HOUR);
    const next = around.make();
    await next.start();
    await next.apply(around.settings());
    expect(around.world.status.until).toBe(until);
    expect(await next.handlers.permitAgain(undefined, around.caller)).toMatchObject({
      allowed: true,
      until: '2026-03-02T18:00:00.000Z',
    });
    await next.stop();
  });

  it('does not come back by a clock that is set back while the service is stopped', async () => {
    await job.stop();
    around.pass(9 * HOUR);
    const later = around.make();
    await later.start();
    await later.apply(around.settings());
    expect(around.world.status.allowed).toBe(false);
    await later.stop();
    around.world.wall -= 8 * HOUR;
    const back = around.make();
    await back.start();
    await back.apply(around.settings());
    expect(around.world.status).toMatchObject({ allowed: false, hasExpired: true });
    await back.stop();
  });

  it('has no end where the settings say so', async () => {
    await job.apply(around.settings({ endsAfterHours: null }));
    around.pass(1000 * HOUR);
    await look();
    expect(around.world.status).toMatchObject({ allowed: true, until: null });
  });
});

it('forgets what was to be told when Remote Service is switched off, and ends the session', async () => {
  await intoSession();
  await told('r-1');
  around.world.isConnected = false;
  await job.apply(around.settings({}, false));
  expect(around.world.status.session?.state).toBe('ending');
  around.world.isConnected = true;
  job.connected();
  await new Promise((resolve) => setImmediate(resolve));
  expect((await told('r-1')).some((body) => 'endedBy' in body)).toBe(false);
});
