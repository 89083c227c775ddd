import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSubject, ModelOffice, settingsWith } from './back-office-connection.fixture';
import { files } from './state-file.fixture';

vi.mock(
  '@electron/service/state/state-file',
  async () => (await import('./state-file.fixture')).stateFileInMemory,
);

let office: ModelOffice;
let subject: ReturnType<typeof createSubject>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
  files.clear();
  office = new ModelOffice();
  subject = createSubject(office);
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

describe('disabled and not configured', () => {
  it('makes no connection, holds no timer, opens no client', async () => {
    subject.connection.apply(settingsWith({ enabled: false }));
    await pass(100_000_000);
    expect(subject.now()?.state).toBe('disabled');
    expect(office.requests).toHaveLength(0);
    expect(office.open).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends everything under way at once when it is switched off, and connects at once when it is on again', async () => {
    await connect();
    subject.connection.apply(settingsWith({ enabled: false }));
    expect(subject.now()?.state).toBe('disabled');
    await pass();
    expect(office.polling).toBe(0);
    expect(office.open).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    const before = office.requests.length;
    subject.connection.tryNow();
    await pass(100_000_000);
    expect(office.requests).toHaveLength(before);
    await expect(subject.connection.licences.licenceIndex('n')).rejects.toThrow('back-office-unreachable');
    expect(office.requests).toHaveLength(before);

    subject.connection.apply(settingsWith());
    await pass();
    expect(subject.now()?.state).toBe('connected');
    expect(office.count('register')).toBe(1);
    expect(subject.audit).toEqual(['registered', 'connected', 'connection-disabled', 'connected']);
  });

  it('can be switched off while it registers', async () => {
    office.answers.set('register', async ({ signal }) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { status: 500 };
    });
    subject.connection.apply(settingsWith());
    await pass();
    subject.connection.apply(settingsWith({ enabled: false }));
    await pass();
    expect(subject.now()?.state).toBe('disabled');
    expect(subject.audit).toEqual(['connection-disabled']);
  });

  it('says what is missing, and connects when it is there', async () => {
    subject.surroundings.serialNumber = null;
    subject.connection.apply(settingsWith({ serviceOrganisationId: '' }));
    await pass();
    expect(subject.now()).toMatchObject({
      state: 'not-configured',
      missing: ['service-organisation-id', 'serial-number'],
    });
    subject.connection.apply(settingsWith());
    expect(subject.now()?.missing).toEqual(['serial-number']);
    subject.surroundings.serialNumber = 'SN-1';
    subject.connection.statusChanged();
    await pass();
    expect(subject.now()?.state).toBe('connected');
  });
});

describe('registering', () => {
  it('registers once, keeps the token in the keychain and nowhere in a file', async () => {
    await connect();
    expect(subject.keychain.get('back-office-token')).toBe('token-1');
    expect(JSON.stringify([...files.values()])).not.toMatch(/token-1|7Q4-KM2-XP9/);
    await subject.connection.stop();
    subject = createSubject(office, { tokens: tokensOf(subject.keychain) });
    await connect();
    expect(office.count('register')).toBe(1);
    expect(subject.reports.at(-1)?.organisation).toMatchObject({ name: 'Service Ltd', phone: '+39 02' });
  });

  const tokensOf = (keychain: Map<string, string>) => ({
    get: () => Promise.resolve(keychain.get('back-office-token') ?? null),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  });

  it('registers again for another organisation, code or serial number, at once', async () => {
    await connect();
    subject.connection.apply(settingsWith({ serviceOrganisationId: 'SO-2' }));
    await pass();
    subject.connection.apply(settingsWith({ serviceOrganisationId: 'SO-2', verificationCode: 'f.g.h.i.j' }));
    await pass();
    subject.surroundings.serialNumber = 'SN-2';
    subject.connection.statusChanged();
    await pass();
    expect(office.count('register')).toBe(4);
    expect(subject.now()?.state).toBe('connected');
  });

  it('only connects anew for another proxy', async () => {
    await connect();
    subject.connection.apply(settingsWith({}, { proxy: { mode: 'manual', url: 'proxy:3128' } }));
    await pass();
    expect(office.count('register')).toBe(1);
    expect(office.count('status')).toBe(2);
    expect(office.open).toBe(1);
  });

  it.each(['verification-code-wrong', 'registration-blocked'])(
    'stops on %s until a person asks',
    async (code) => {
      office.answers.set('register', () => problem(403, code));
      subject.connection.apply(settingsWith());
      await pass(100_000_000);
      expect(subject.now()).toMatchObject({ state: 'failed', reason: code, nextTry: null });
      expect(office.count('register')).toBe(1);
      office.answers.clear();
      subject.connection.tryNow();
      await pass();
      expect(subject.now()?.state).toBe('connected');
    },
  );

  it('registers again once when the token is refused, then stops', async () => {
    await connect();
    office.tokens.clear();
    office.wake();
    await pass(1000);
    expect(subject.now()?.state).toBe('connected');
    expect(office.count('register')).toBe(2);
    office.answers.set('events', () => problem(401, 'token-invalid'));
    office.wake();
    await pass(100_000_000);
    expect(subject.now()).toMatchObject({ state: 'failed', reason: 'token-refused', nextTry: null });
    expect(office.count('register')).toBe(2);
  });

  it('may register again once more after it has long been well', async () => {
    await connect();
    for (const registrations of [2, 3]) {
      office.tokens.clear();
      office.wake();
      await pass(1000);
      expect(office.count('register')).toBe(registrations);
      expect(subject.now()?.state).toBe('connected');
      await pass(660_000);
    }
  });
});

describe('ended by the back office', () => {
  it.each([
    [
      'an event',
      () => office.send({ id: 'e', type: 'registration-ended', reason: 'over' }),
      'registration-ended',
    ],
    [
      'an answer',
      () => {
        office.answers.set('events', () => problem(410, 'installation-removed'));
        office.wake();
      },
      'installation-removed',
    ],
  ])(
    'drops the token and stops by %s, over a restart too, until a person asks',
    async (_how, end, reason) => {
      await connect();
      end();
      await pass(100_000_000);
      expect(subject.now()).toMatchObject({ state: 'failed', reason, nextTry: null });
      expect(subject.keychain.size).toBe(0);
      await subject.connection.stop();

      office.answers.clear();
      const before = office.requests.length;
      subject = createSubject(office);
      subject.connection.apply(settingsWith());
      await pass(100_000_000);
      expect(subject.now()).toMatchObject({ state: 'failed', reason });
      expect(office.requests).toHaveLength(before);

      subject.connection.tryNow();
      await pass();
      expect(subject.now()?.state).toBe('connected');
      expect(office.count('register')).toBe(2);
    },
  );
});
