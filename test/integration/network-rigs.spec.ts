import { execFile } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuthority } from '../back-office/data/certificate';
import { startOriginCapture, startProxyCapture } from '../support/network/captures';
import { startFaultProxy, type Faults } from '../support/network/fault-proxy';
import { pacScript, startPacServer } from '../support/network/pac-server';
import { LOOPBACK, listen } from '../support/network/ports';
import { startSquid } from '../support/network/squid';
import type { SquidPolicy } from '../support/network/squid-configuration';

const toStop: (() => Promise<unknown>)[] = [];
const kept = <T extends { stop: () => Promise<unknown> }>(rig: T) => {
  toStop.push(() => rig.stop());
  return rig;
};
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

type Connect = { address: string; target: string; login?: string };

/** Asks a proxy for a tunnel and gives the status. */
const connectStatus = ({ address, target, login }: Connect) =>
  new Promise<number>((resolve, reject) => {
    const [host = '', port = ''] = address.split(':');
    const headers = login === undefined ? {} : { 'Proxy-Authorization': login };
    const request = http.request({ host, port, method: 'CONNECT', path: target, headers });
    request.once('connect', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject);
    request.end();
  });

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('squid', () => {
  const squid = async (policy: Partial<SquidPolicy> = {}) => kept(await startSquid(policy));
  const origin = async () => kept(await startOriginCapture(await createAuthority()));

  it('lets everybody through and knows the mapped name', async () => {
    const [{ address, accessLog }, { port }] = await Promise.all([squid(), origin()]);
    expect(await connectStatus({ address, target: `updates.test:${port}` })).toBe(200);
    await expect
      .poll(accessLog)
      .toEqual([
        { status: 200, userName: null, method: 'CONNECT', target: `updates.test:${port}`, login: null },
      ]);
  });

  it('checks a password and logs each attempt with its name', async () => {
    const [{ address, logins }, { port }] = await Promise.all([squid({ auth: 'basic' }), origin()]);
    const target = `127.0.0.1:${port}`;
    expect(await connectStatus({ address, target })).toBe(407);
    expect(await connectStatus({ address, target, login: basic('jdoe:wrong') })).toBe(407);
    expect(await connectStatus({ address, target, login: basic('jdoe:geheim') })).toBe(200);
    await expect
      .poll(() => logins().map(({ status, userName, login }) => ({ status, userName, login })))
      .toEqual([
        { status: 407, userName: 'jdoe', login: 'basic' },
        { status: 200, userName: 'jdoe', login: 'basic' },
      ]);
  });

  it.each(['digest', 'ntlm'] as const)('takes a %s login from curl, and not a wrong one', async (auth) => {
    const [{ address, logins }, { port }] = await Promise.all([squid({ auth }), origin()]);
    const user = auth === 'ntlm' ? 'TESTDOM\\jdoe' : 'jdoe';
    const curl = (password: string) =>
      promisify(execFile)('curl', [
        ...['--silent', '--insecure', `--proxy-${auth}`, '--proxy', `http://${address}`],
        ...['--proxy-user', `${user}:${password}`, `https://127.0.0.1:${port}/`],
      ]);
    await expect(curl('wrong')).rejects.toThrow();
    expect((await curl('geheim')).stdout).toBe('{}');
    await expect
      .poll(() => logins().map(({ status, login }) => ({ status, login })))
      .toEqual([
        { status: 407, login: auth },
        { status: 200, login: auth },
      ]);
    expect(logins().at(-1)?.userName).toBe(user);
  });

  it('forbids, goes away and comes back at the same port', async () => {
    const proxy = await squid({ refusesConnect: true });
    const ask = () => connectStatus({ address: proxy.address, target: '127.0.0.1:9' });
    expect(await ask()).toBe(403);
    await proxy.goAway();
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    await proxy.comeBack();
    expect(await ask()).toBe(403);
  });
});

describe('the script server', () => {
  it('serves what it is given and counts', async () => {
    const pac = kept(await startPacServer(pacScript('DIRECT')));
    expect(await (await fetch(pac.url)).text()).toContain('return "DIRECT"');
    pac.serve(pacScript('PROXY p:1; DIRECT'));
    expect(await (await fetch(pac.url)).text()).toContain('PROXY p:1; DIRECT');
    expect(pac.hits()).toBe(2);
    expect((await fetch(new URL('/other', pac.url))).status).toBe(404);
  });
});

describe('the captures', () => {
  it('keep what the proxy and the server behind it are told', async () => {
    const authority = await createAuthority();
    const origin = kept(await startOriginCapture(authority));
    const proxy = kept(await startProxyCapture());
    const socket = net.connect({ host: LOOPBACK, port: proxy.port });
    socket.write(`CONNECT updates.test:${origin.port} HTTP/1.1\r\nX-Told: the proxy\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    const secure = tls.connect({ socket, servername: 'updates.test', ca: authority.certificate });
    secure.write('GET / HTTP/1.1\r\nHost: updates.test\r\nX-Told: the server\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => secure.once('close', resolve).resume());
    expect(proxy.heads.join()).toContain('X-Told: the proxy');
    expect(origin.heads).toEqual([expect.stringContaining('X-Told: the server')]);
    proxy.set('forbids');
    expect(await connectStatus({ address: `127.0.0.1:${proxy.port}`, target: 'x:1' })).toBe(403);
  });
});

describe('the fault proxy', () => {
  const LETTER = Buffer.alloc(10_000, 'a');
  const server = async () => {
    const sockets = new Set<net.Socket>();
    const listener = net.createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.end(LETTER);
    });
    const port = await listen(listener);
    const stop = () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => listener.close(resolve));
    };
    return kept({ port, stop });
  };
  const spoilt = async (faults: Faults) => kept(await startFaultProxy((await server()).port, faults));

  const fetchLetter = (port: number) =>
    new Promise<{ bytes: number; end: string; ms: number }>((resolve) => {
      const from = Date.now();
      let bytes = 0;
      const socket = net.connect({ host: LOOPBACK, port });
      const over = (end: string) => resolve({ bytes, end, ms: Date.now() - from });
      socket.on('data', (chunk) => (bytes += chunk.length));
      socket.once('end', () => over('end'));
      socket.once('error', (error: NodeJS.ErrnoException) => over(error.code ?? ''));
      socket.setTimeout(300, () => {
        over('silence');
        socket.destroy();
      });
    });

  it('passes bytes on', async () => {
    const proxy = await spoilt({});
    expect(await fetchLetter(proxy.port)).toMatchObject({ bytes: 10_000, end: 'end' });
    expect(proxy.total()).toBe(1);
    await expect.poll(proxy.open).toBe(0);
  });

  it.each([
    [{ cutAfter: 4000, then: 'half-close' }, 4000, 'end'],
    [{ cutAfter: 4000, then: 'silence' }, 4000, 'silence'],
    [{ isBlackhole: true }, 0, 'silence'],
    [{ refuses: true }, 0, 'ECONNRESET'],
  ] as const)('spoils them: %j', async (faults, bytes, end) => {
    const proxy = await spoilt(faults);
    expect(await fetchLetter(proxy.port)).toMatchObject({ bytes, end });
  });

  it('resets what is open, at once or after the bytes it was told', async () => {
    const proxy = await spoilt({ isBlackhole: true });
    const letter = fetchLetter(proxy.port);
    await expect.poll(proxy.open).toBe(1);
    proxy.resetAll();
    expect(await letter).toMatchObject({ bytes: 0, end: 'ECONNRESET' });
    proxy.set({ cutAfter: 4000, then: 'reset' });
    expect((await fetchLetter(proxy.port)).bytes).toBeLessThanOrEqual(4000);
    await expect.poll(proxy.open).toBe(0);
  });

  it('takes its time', async () => {
    const proxy = await spoilt({ latencyMs: 150 });
    expect((await fetchLetter(proxy.port)).ms).toBeGreaterThanOrEqual(140);
    proxy.set({ rate: 40_000 });
    expect((await fetchLetter(proxy.port)).ms).toBeGreaterThanOrEqual(180);
  });

  it('can be put right while a connection waits', async () => {
    const proxy = await spoilt({ isBlackhole: true });
    const letter = fetchLetter(proxy.port);
    await expect.poll(proxy.open).toBe(1);
    proxy.set({});
    expect(await letter).toMatchObject({ bytes: 10_000, end: 'end' });
  });
});
