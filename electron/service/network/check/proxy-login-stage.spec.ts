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

  it.each([
    ['403 Forbidden', 'failed proxy-refused'],
    ['407 Proxy Authentication Required', 'failed proxy-refused'],
    ['502 Bad Gateway', 'failed proxy-found-no-way'],
    ['503 Service Unavailable', 'failed proxy-found-no-way'],
  ])('tells a proxy server that forbids from one that finds no way: %s', async (line, result) => {
    const asked: string[] = [];
    proxy.on('connection', (socket) =>
      socket.on('data', (chunk) => {
        asked.push(chunk.toString());
        socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`);
      }),
    );
    const done = await check(
      createCheckTestEnvironment({ settings, way: () => Promise.reject(new AppError('proxy-refused')) }),
    );
    expect(stageSummary(done)).toMatchObject({ 'proxy-login': result, tls: 'not-tried' });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^CONNECT 127\.0\.0\.1:8443 HTTP/);
    expect(asked[0]).not.toContain('Authorization');
  });
});
