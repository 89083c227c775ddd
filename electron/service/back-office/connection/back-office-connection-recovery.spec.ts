import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { createSubject, ModelOffice, settingsWith } from './back-office-connection.fixture';
import type { ConnectionDependencies } from './connection-dependencies';
import { files } from './state-file.fixture';

vi.mock(
  '@electron/service/state/state-file',
  async () => (await import('./state-file.fixture')).stateFileInMemory,
);

let office: ModelOffice;
let subject: ReturnType<typeof createSubject>;
/** How many ways to the back office were ever opened. */
let opened: number;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
  files.clear();
  office = new ModelOffice();
  opened = 0;
  subject = createSubject(office, {
    openHttp: () => {
      opened += 1;
      office.open += 1;
      return Promise.resolve(office.http);
    },
  });
});
afterEach(async () => {
  await subject.connection.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const problem = (status: number, code: string, headers = {}) => ({ status, body: { status, code }, headers });
const connect = async () => {
  subject.connection.apply(settingsWith());
  await pass();
  expect(subject.now()?.state).toBe('connected');
};

describe('failing and coming back', () => {
  it.each([
    ['in the background', false, [15_000, 15_000, 15_000, 15_000, 15_000, 18_750]],
    ['while a person waits', true, [1000, 2000, 4000, 8000, 15_000, 15_000]],
  ])(
    'tries again %s with full jitter under a rising ceiling, and says when',
    async (_when, isWaiting, pauses) => {
      subject.surroundings.isOperatorPresent = isWaiting;
      office.answers.set('status', () => new AppError('back-office-unreachable'));
      subject.connection.apply(settingsWith());
      const since = new Date().toISOString();
      const tries: number[] = [];
      for (const pause of pauses) {
        await pass();
        tries.push(office.count('status'));
        const nextTry = new Date(Date.now() + pause).toISOString();
        expect(subject.now()).toMatchObject({
          state: 'failed',
          reason: 'back-office-unreachable',
          since,
          nextTry,
        });
        await pass(pause);
      }
      expect(tries).toEqual([1, 2, 3, 4, 5, 6]);
      expect(subject.audit).toEqual(['registered', 'connection-failed']);
      office.answers.clear();
      await pass(30_000);
      expect(subject.now()).toMatchObject({ state: 'connected', reason: null, nextTry: null });
    },
  );

  it('opens a new way after a refused proxy login, and only when it is asked for', async () => {
    office.answers.set('register', () => new AppError('proxy-login-refused'));
    subject.connection.apply(settingsWith());
    await pass();
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'proxy-login-refused', nextTry: null });
    subject.surroundings.isOperatorPresent = true;
    subject.connection.operatorArrived();
    subject.connection.statusChanged();
    await pass(24 * 3_600_000);
    expect(office.count('register')).toBe(1);
    expect(opened).toBe(1);
    office.answers.clear();
    subject.connection.tryNow();
    await pass();
    expect(subject.now()?.state).toBe('connected');
    expect(opened).toBe(2);
  });

  it('does not try a refused proxy login again after a restart, unless it is asked for or another one', async () => {
    const withLogin = (password: string) => {
      const authentication = { enabled: true, userName: 'jdoe', password };
      return settingsWith({}, { proxy: { mode: 'manual', url: 'proxy:8080', authentication } });
    };
    office.answers.set('register', () => new AppError('proxy-login-refused'));
    subject.connection.apply(withLogin('a.b.c.d.wrong'));
    await pass();
    await subject.connection.stop();
    office.answers.clear();
    const restarted = createSubject(office);
    restarted.connection.apply(withLogin('a.b.c.d.wrong'));
    await pass(24 * 3_600_000);
    expect(restarted.now()).toMatchObject({ state: 'failed', reason: 'proxy-login-refused', nextTry: null });
    expect(office.count('register')).toBe(1);
    restarted.connection.apply(withLogin('a.b.c.d.right'));
    await pass();
    expect(restarted.now()?.state).toBe('connected');
    await restarted.connection.stop();
  });

  it('notices at once that the back office has gone during a poll', async () => {
    await connect();
    office.answers.set('events', () => new AppError('back-office-unreachable'));
    office.answers.set('status', () => new AppError('back-office-unreachable'));
    office.wake();
    await pass();
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'back-office-unreachable' });
    office.answers.clear();
    await pass(15_000);
    expect(subject.now()?.state).toBe('connected');
  });

  it('waits as long as the back office asks, with jitter on top, even when a person comes', async () => {
    office.answers.set('status', () => problem(503, 'busy', { 'retry-after': '600' }));
    subject.connection.apply(settingsWith());
    await pass();
    const nextTry = new Date(Date.now() + 615_000).toISOString();
    expect(subject.now()).toMatchObject({ reason: 'back-office-busy', nextTry });
    subject.surroundings.isOperatorPresent = true;
    subject.connection.operatorArrived();
    await pass(614_500);
    expect(office.count('status')).toBe(1);
    await pass(500);
    expect(office.count('status')).toBe(2);
  });

  it('shortens the first pause as well when a person comes', async () => {
    office.answers.set('status', () => new AppError('back-office-unreachable'));
    subject.connection.apply(settingsWith());
    await pass();
    office.answers.clear();
    subject.surroundings.isOperatorPresent = true;
    subject.connection.operatorArrived();
    await pass(1000);
    expect(subject.now()?.state).toBe('connected');
  });

  it('shortens a long pause when a person comes', async () => {
    office.answers.set('status', () => new AppError('back-office-unreachable'));
    subject.connection.apply(settingsWith());
    await pass(2_000_000);
    const before = office.count('status');
    expect(Date.parse(subject.now()?.nextTry ?? '') - Date.now()).toBeGreaterThan(30_000);
    subject.surroundings.isOperatorPresent = true;
    subject.connection.operatorArrived();
    await pass();
    expect(Date.parse(subject.now()?.nextTry ?? '') - Date.now()).toBeLessThanOrEqual(30_000);
    await pass(30_000);
    expect(office.count('status')).toBeGreaterThan(before);
  });

  it('tries an unfit certificate hourly, and shows its issuer', async () => {
    office.answers.set('register', () => new AppError('certificate-untrusted', { issuer: 'Proxy CA' }));
    subject.connection.apply(settingsWith());
    await pass(3_500_000);
    expect(subject.now()).toMatchObject({ reason: 'certificate-untrusted', params: { issuer: 'Proxy CA' } });
    expect(office.count('register')).toBe(1);
    await pass(200_000);
    expect(office.count('register')).toBe(2);
  });

  it.each(['proxy-login-required', 'back-office-address-refused'] as const)(
    'never repeats %s by itself',
    async (code) => {
      office.answers.set('register', () => new AppError(code));
      subject.connection.apply(settingsWith());
      await pass(100_000_000);
      expect(subject.now()).toMatchObject({ reason: code, nextTry: null });
      expect(office.count('register')).toBe(1);
    },
  );

  it('waits for a person where the secret cannot be opened', async () => {
    const openSecret = () => Promise.reject(new AppError('secret-unreadable'));
    subject = createSubject(office, { openSecret });
    subject.connection.apply(settingsWith());
    await pass(100_000_000);
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'secret-unreadable', nextTry: null });
    expect(office.requests).toHaveLength(0);
  });

  it('spreads the first contact after a start, unless a person waits', async () => {
    subject = createSubject(office, { firstContactSpreadMs: 30_000 });
    subject.connection.apply(settingsWith());
    await pass(14_999);
    expect(office.requests).toHaveLength(0);
    await pass(1);
    expect(subject.now()?.state).toBe('connected');
    await subject.connection.stop();
    subject = createSubject(office, { firstContactSpreadMs: 30_000, isOperatorPresent: () => true });
    subject.connection.apply(settingsWith());
    await pass();
    expect(subject.now()?.state).toBe('connected');
  });
});

describe('connected', () => {
  it('reports at the interval, when asked, and when something worth telling has changed', async () => {
    await connect();
    expect(office.count('status')).toBe(1);
    subject.connection.statusChanged();
    await pass(10_000);
    expect(office.count('status')).toBe(1);
    const { status } = subject.surroundings;
    subject.surroundings.status = {
      ...status,
      remoteAssistance: { ...status.remoteAssistance, allowed: true },
    };
    subject.connection.statusChanged();
    subject.connection.statusChanged();
    await pass(10_000);
    expect(office.count('status')).toBe(2);
    office.send({ id: '1', type: 'check-in' });
    await pass(10_000);
    expect(office.count('status')).toBe(3);
    await pass(900_000);
    expect(office.count('status')).toBe(4);
  });

  it('renews the licence on connect, when one is announced, and every six hours', async () => {
    await connect();
    const licenceId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    office.send({ id: '1', type: 'licence-available', licenceId, sequence: 4 });
    office.send({ id: '1', type: 'licence-available', licenceId, sequence: 4 });
    await pass(1000);
    expect(subject.renewals).toHaveLength(2);
    await pass(6 * 3_600_000);
    expect(subject.renewals).toHaveLength(3);
  });

  it('asks again soon for a licence that was refused or could not be taken, less and less often', async () => {
    const renewLicence = vi.fn<ConnectionDependencies['renewLicence']>().mockResolvedValue('refused');
    subject = createSubject(office, { renewLicence });
    await connect();
    for (const [asked, minutes] of [1, 2, 5, 15, 60, 60].entries()) {
      if (asked === 2) renewLicence.mockRejectedValue(new Error('disk'));
      expect(renewLicence).toHaveBeenCalledTimes(asked + 1);
      await pass(minutes * 60_000 - 1);
      expect(renewLicence).toHaveBeenCalledTimes(asked + 1);
      await pass(1);
    }
    renewLicence.mockResolvedValue('done');
    await pass(3_600_000);
    expect(renewLicence).toHaveBeenCalledTimes(8);
    await pass(6 * 3_600_000 - 1);
    expect(renewLicence).toHaveBeenCalledTimes(8);
  });

  it('fails with a connection reason of the renewal, and with nothing else', async () => {
    const renewLicence = vi.fn<ConnectionDependencies['renewLicence']>().mockRejectedValue(new Error('disk'));
    subject = createSubject(office, { renewLicence });
    await connect();
    renewLicence.mockRejectedValue(new AppError('answer-too-large'));
    office.send({
      id: '1',
      type: 'licence-available',
      licenceId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
      sequence: 4,
    });
    await pass(10);
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'answer-too-large' });
    await pass(2_000_000);
    expect(renewLicence.mock.calls.length).toBeLessThan(25);
  });

  it('reads from the oldest event again where its cursor is refused, and sees to none twice', async () => {
    await connect();
    const [title, body] = [{ 'en-GB': 'News' }, { 'en-GB': 'There is news.' }];
    office.send({ id: '1', type: 'announcement', severity: 'info', title, body, link: null });
    await pass();
    office.answers.set('events', ({ path }) => {
      if (path.includes('after=')) return problem(400, 'cursor-unknown');
      office.answers.delete('events');
      return { status: 200, body: { cursor: '1', events: office.feed } };
    });
    office.wake();
    await pass(60_000);
    expect(subject.now()?.state).toBe('connected');
    expect(office.count('events')).toBeGreaterThan(2);
    expect(subject.audit.filter((kind) => kind === 'announcement')).toHaveLength(1);
  });

  it('records what it does not know, once', async () => {
    await connect();
    office.send({ id: '1', type: 'run', command: 'rm -rf /' });
    office.send({ id: '1', type: 'run', command: 'rm -rf /' });
    await pass(1000);
    expect(subject.audit.filter((kind) => kind === 'event-skipped')).toHaveLength(1);
  });

  it('asks every 2 s at most when polls are not held open', async () => {
    office.answers.set('events', () => ({ status: 200, body: { cursor: '1', events: [] } }));
    await connect();
    await pass(3_600_000);
    expect(office.count('events')).toBeLessThan(3600 / 2 + 20);
  });

  it('tells how far the clocks are apart', async () => {
    office.answers.set('status', () => ({
      status: 200,
      body: { serverTime: new Date(Date.now() + 7_200_000).toISOString(), heartbeatSeconds: 900 },
    }));
    await connect();
    expect(subject.reports.at(-1)?.differenceSeconds).toBe(7200);
  });
});
