import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { createSubject, ModelOffice, settingsWith } from './back-office-connection.fixture';
import { files } from './state-file.fixture';

vi.mock(
  '@electron/service/state/state-file',
  async () => (await import('./state-file.fixture')).stateFileInMemory,
);

let office: ModelOffice;
let subject: ReturnType<typeof createSubject>;
let opened: number;

const freshSubject = () =>
  createSubject(office, {
    openHttp: () => {
      opened += 1;
      office.open += 1;
      return Promise.resolve(office.http);
    },
  });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
  files.clear();
  office = new ModelOffice();
  opened = 0;
  subject = freshSubject();
});
afterEach(async () => {
  await subject.connection.stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(office.open).toBe(0);
  vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const start = async () => {
  subject.connection.apply(settingsWith());
  await pass();
};

describe('a connection whose surroundings have changed', () => {
  it('gives up the poll that has slept through it, and connects over a new way', async () => {
    await start();
    expect(office.polling).toBe(1);
    subject.connection.networkChanged();
    await pass();
    expect(subject.now()).toMatchObject({ state: 'connected', reason: null });
    expect([opened, office.open, office.polling]).toEqual([2, 1, 1]);
    expect(office.count('register')).toBe(1);
    expect(office.count('status')).toBe(2);
    expect(subject.audit).not.toContain('connection-failed');
  });

  it('gives up a call that got no answer before', async () => {
    office.answers.set('status', ({ signal }) => {
      office.answers.clear();
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    await start();
    expect(subject.now()?.state).toBe('connecting');
    subject.connection.networkChanged();
    await pass();
    expect(subject.now()?.state).toBe('connected');
  });

  it('cuts a long pause short and starts with short ones again', async () => {
    office.answers.set('status', () => new AppError('back-office-unreachable'));
    await start();
    await pass(2_000_000);
    const before = office.count('status');
    subject.connection.networkChanged();
    await pass();
    expect(office.count('status')).toBe(before + 1);
    const nextTry = new Date(Date.now() + 15_000).toISOString();
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'back-office-unreachable', nextTry });
    office.answers.clear();
    await pass(15_000);
    expect(subject.now()?.state).toBe('connected');
  });

  it('leaves the pause that the back office has asked for as it is', async () => {
    const headers = { 'retry-after': '600' };
    office.answers.set('status', () => ({ status: 503, body: { status: 503, code: 'busy' }, headers }));
    await start();
    subject.connection.networkChanged();
    await pass(600_000);
    expect(office.count('status')).toBe(1);
    office.answers.clear();
    await pass(15_000);
    expect(subject.now()?.state).toBe('connected');
  });

  it.each(['proxy-login-refused', 'verification-code-wrong'] as const)(
    'does not repeat %s for that',
    async (code) => {
      office.answers.set('register', () => new AppError(code));
      await start();
      subject.connection.networkChanged();
      await pass(100_000_000);
      expect(subject.now()).toMatchObject({ state: 'failed', reason: code, nextTry: null });
      expect(office.count('register')).toBe(1);
      office.answers.clear();
      subject.connection.tryNow();
      await pass();
      expect(subject.now()?.state).toBe('connected');
    },
  );

  it('stays switched off', async () => {
    await start();
    subject.connection.networkChanged();
    subject.connection.apply(settingsWith({ enabled: false }));
    subject.connection.networkChanged();
    await pass(10_000);
    expect(subject.now()?.state).toBe('disabled');
    expect(office.polling).toBe(0);
  });

  it('stays switched off when it was waiting to try again', async () => {
    office.answers.set('status', () => new AppError('back-office-unreachable'));
    await start();
    await pass(100_000);
    subject.connection.networkChanged();
    subject.connection.apply(settingsWith({ enabled: false }));
    await pass(10_000);
    expect(subject.now()?.state).toBe('disabled');
  });
});
