import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { ProxyLogin, type Attempt, type Challenge } from './proxy-login';

const ACCOUNT = {
  mayHave: (proxy: string) => Promise.resolve(proxy === 'proxy.example:3128'),
  userName: 'CORP\\jdoe',
  openPassword: () => Promise.resolve('geheim'),
};
const ASKED: Challenge = { isProxy: true, host: 'Proxy.example', port: 3128, scheme: 'basic' };
const CREDENTIALS = { userName: 'CORP\\jdoe', password: 'geheim' };

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'fine',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

/** A request that stays open until it is ended. */
const begin = (login: ProxyLogin) => {
  let end: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (end = resolve));
  const attempt = new Promise<Attempt>((resolve) => {
    void login.run((own) => {
      resolve(own);
      return open;
    });
  });
  return { attempt, end };
};

describe('ProxyLogin', () => {
  it('gives the login to the configured proxy server, once', async () => {
    const login = new ProxyLogin(ACCOUNT);
    const outcome = login.run(async (attempt) => {
      expect(await login.answer(attempt, ASKED)).toEqual(CREDENTIALS);
      await login.answer(attempt, ASKED);
    });
    expect(await codeOf(outcome)).toBe('proxy-login-refused');
    let isSent = false;
    const next = login.run(() => Promise.resolve((isSent = true)));
    expect(await codeOf(next)).toBe('proxy-login-refused');
    expect(isSent).toBe(false);
  });

  it.each([
    ['a server', { ...ASKED, isProxy: false }],
    ['another proxy server', { ...ASKED, host: 'other.example' }],
    ['another port', { ...ASKED, port: 8080 }],
  ])('gives nothing to %s, and is not used up by it', async (_who, challenge) => {
    const login = new ProxyLogin(ACCOUNT);
    const { attempt, end } = begin(login);
    expect(await codeOf(login.answer(await attempt, challenge))).toBe('proxy-login-required');
    expect(await login.answer(await attempt, ASKED)).toEqual(CREDENTIALS);
    end();
  });

  it('says that a login is needed where none is configured', async () => {
    const login = new ProxyLogin(null);
    expect(await codeOf(login.run((attempt) => login.answer(attempt, ASKED)))).toBe('proxy-login-required');
  });

  it('knows an IPv6 proxy server with and without its brackets', async () => {
    for (const host of ['::1', '[::1]']) {
      const login = new ProxyLogin({
        ...ACCOUNT,
        mayHave: (proxy: string) => Promise.resolve(proxy === '[::1]:3128'),
      });
      const outcome = login.run((attempt) => login.answer(attempt, { ...ASKED, host }));
      expect(await outcome).toEqual(CREDENTIALS);
    }
  });

  it('sends requests one by one until an answer has come, then side by side', async () => {
    const login = new ProxyLogin(ACCOUNT);
    const order: string[] = [];
    const first = begin(login);
    await first.attempt;
    const second = login.run(() => Promise.resolve(order.push('second')));
    order.push('first');
    login.connectionOpened();
    first.end();
    await second;
    expect(order).toEqual(['first', 'second']);
    const [third, fourth] = [begin(login), begin(login)];
    await Promise.all([third.attempt, fourth.attempt]);
    for (const { end } of [third, fourth]) end();
  });

  it('lets the second request wait for the verdict on the login of the first', async () => {
    const login = new ProxyLogin(ACCOUNT);
    login.connectionOpened();
    const [first, second] = [begin(login), begin(login)];
    await login.answer(await first.attempt, ASKED);
    const later = login.answer(await second.attempt, ASKED);
    login.connectionOpened();
    first.end();
    expect(await later).toEqual(CREDENTIALS);
    second.end();
  });

  it('takes a question after an accepted login for a refusal', async () => {
    const login = new ProxyLogin(ACCOUNT);
    await login.run(async (attempt) => {
      await login.answer(attempt, ASKED);
      login.connectionOpened();
    });
    const later = login.run((attempt) => login.answer(attempt, ASKED));
    expect(await codeOf(later)).toBe('proxy-login-refused');
  });

  it('has not tried anything when the password cannot be opened', async () => {
    let isLocked = true;
    const openPassword = () =>
      isLocked ? Promise.reject(new AppError('keychain-unavailable')) : Promise.resolve('geheim');
    const login = new ProxyLogin({ ...ACCOUNT, openPassword });
    const ask = () => login.run((attempt) => login.answer(attempt, ASKED));
    expect(await codeOf(ask())).toBe('keychain-unavailable');
    isLocked = false;
    expect(await ask()).toEqual(CREDENTIALS);
  });
});
