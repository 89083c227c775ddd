import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Settings } from '@shared/domain/settings/settings';
import { AppError } from '@shared/errors/app-error';
import { createCheckTestEnvironment, stageOf, stageSummary } from './connection-checks.fixture';

let proxy: Server;
let settings: Settings;
beforeEach(async () => {
  proxy = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  settings = Settings.parse({
    remoteService: { enabled: true },
    proxy: { mode: 'manual', url: `127.0.0.1:${(proxy.address() as AddressInfo).port}` },
  });
});
afterEach(() => proxy.close());

const check = async ({ checks }: ReturnType<typeof createCheckTestEnvironment>) => {
  checks.start();
  await vi.waitFor(() => expect(checks.read()?.outcome).not.toBe('running'), { timeout: 15_000 });
  return checks.read();
};

describe('the login at the proxy server', () => {
  it.each([
    ['basic', { fact: 'proxy-login-basic', scheme: 'basic' }],
    ['ntlm', { fact: 'proxy-login', scheme: 'ntlm' }],
  ])('says how a proxy server takes the login: %s', async (login, fact) => {
    const done = await check(createCheckTestEnvironment({ settings, login }));
    expect(stageOf(done, 'proxy-login')).toMatchObject({ outcome: 'passed', detail: [fact] });
  });

  it.each(['proxy-refused', 'proxy-found-no-way', 'proxy-no-answer', 'proxy-negotiate-only'] as const)(
    'is what fails where the proxy server is to blame: %s',
    async (code) => {
      const done = await check(
        createCheckTestEnvironment({ settings, way: () => Promise.reject(new AppError(code)) }),
      );
      expect(stageSummary(done)).toMatchObject({ 'proxy-login': `failed ${code}`, tls: 'not-tried' });
    },
  );
});
