import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_CAP, encodeFrame } from '@electron/link/frame-decoder';
import { FrameSocket, WAITING_CAP } from '@electron/link/frame-socket';
import { HANDSHAKE_CAP, handshakeWithService } from '@electron/link/handshake';
import { readRoleKey } from '@electron/link/role-keys';
import { ROLES, mayUse } from '@electron/link/role';
import { SOCKET_NAME } from '@electron/platform/local-endpoint';
import { wholeStatus } from '@shared/domain/status/status-change';
import { AppError } from '@shared/errors/app-error';
import { entriesOf } from '@shared/contract/define';
import type { Caller } from '@shared/contract/service/caller';
import { serviceContract } from '@shared/contract/service/service-contract';
import { openTestService, snapshot, type TestService } from './socket-listener.fixture';
import { CONNECTIONS_CAP } from './socket-listener';
import { REQUESTS_CAP } from './client-connection';

let service: TestService;
const raw: Socket[] = [];
beforeEach(async () => {
  service = await openTestService();
});
afterEach(async () => {
  for (const socket of raw.splice(0)) socket.destroy();
  await service.end();
});

const openRaw = () =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(path.join(service.runFolder, SOCKET_NAME));
    raw.push(socket);
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
const ended = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.on('error', () => undefined);
    socket.once('close', () => resolve());
    socket.resume();
  });

/** A client that has proved itself and then may say anything. */
const openProved = async () => {
  const socket = await openRaw();
  const frames = new FrameSocket(socket, HANDSHAKE_CAP);
  await handshakeWithService(frames, {
    build: 'raw',
    role: 'operator',
    key: readRoleKey(service.runFolder, 'operator'),
  });
  return { socket, frames };
};

describe('who is at the other end', () => {
  const accountIn = (call: { mock: { calls: unknown[][] } }) => (call.mock.calls[0]?.[1] as Caller).account();

  it('is the account that the system shows', async () => {
    const { client } = await service.connect();
    await client.connection.tryNow();
    expect(await accountIn(service.handlers.connection.tryNow)).toBe(String(process.geteuid?.()));
    expect(readdirSync(path.join(service.runFolder, 'identities'))).toEqual([]);
  });

  it('is nobody where no account was shown, whatever the client says', async () => {
    const { frames } = await openProved();
    const answer = new Promise((resolve) => frames.listen(FRAME_CAP, resolve));
    frames.send({ jsonrpc: '2.0', id: 1, method: 'connection.tryNow', params: [] });
    await answer;
    expect(await accountIn(service.handlers.connection.tryNow)).toBeNull();
  });
});

describe('a call over the socket', () => {
  it('passes argument and result, and knows the service by its version', async () => {
    const { client, build } = await service.connect();
    expect(build).toBe('1.2.3');
    expect(await client.status.read()).toEqual({ ok: true, value: snapshot(1) });
    expect(await client.connection.tryNow()).toEqual({ ok: true, value: undefined });
    await client.licence.tryAgain({ licenceServerId: 'one' });
    expect(service.handlers.licence.tryAgain).toHaveBeenCalledWith(
      { licenceServerId: 'one' },
      expect.anything(),
    );
  });

  it('passes a declared failure with its values and hides any other', async () => {
    const { client } = await service.connect();
    service.handlers.licence.tryAgain.mockRejectedValueOnce(
      new AppError('licence-server-unknown', { id: 'x' }),
    );
    expect(await client.licence.tryAgain({ licenceServerId: 'x' })).toMatchObject({
      error: { code: 'licence-server-unknown', params: { id: 'x' } },
    });
    service.handlers.status.read.mockRejectedValueOnce(new Error('detail'));
    expect(await client.status.read()).toMatchObject({ ok: false, error: { code: 'internal', params: {} } });
    expect(await client.licence.tryAgain({ licenceServerId: '../etc' })).toMatchObject({
      error: { code: 'bad-input' },
    });
  });

  it('is answered by service-stopped when the service ends meanwhile, and ever after', async () => {
    const link = await service.connect();
    const { client } = link;
    const closed = new Promise<void>((resolve) => link.onClosed(resolve));
    service.handlers.status.read.mockReturnValueOnce(new Promise(() => undefined));
    const asked = client.status.read();
    await vi.waitFor(() => expect(service.handlers.status.read).toHaveBeenCalled());
    await service.listener.stop();
    await closed;
    expect(await asked).toMatchObject({ error: { code: 'service-stopped' } });
    expect(await client.status.read()).toMatchObject({ error: { code: 'service-stopped' } });
  });
});

describe('the role matrix', () => {
  const calls = entriesOf(serviceContract).flatMap(({ channel, spec }) =>
    spec.kind === 'call' ? [{ channel, access: spec.access }] : [],
  );

  it.each(ROLES.flatMap((role) => calls.map((call) => ({ role, ...call }))))(
    '$role, $channel',
    async ({ role, channel, access }) => {
      const { client } = await service.connect(role);
      const [domain = '', name = ''] = channel.split('.');
      const call = (client as unknown as Record<string, Record<string, (arg: unknown) => Promise<unknown>>>)[
        domain
      ]?.[name];
      // An argument that is wrong for every call: only who may use the call hears about it.
      const code = mayUse(role, access) ? 'bad-input' : 'not-allowed';
      expect(await call?.(42)).toMatchObject({ ok: false, error: { code } });
    },
  );

  it('has no place for who has not proved a role', async () => {
    const socket = await openRaw();
    socket.write(encodeFrame({ jsonrpc: '2.0', id: 1, method: 'status.read' }));
    await ended(socket);
    expect(service.handlers.status.read).not.toHaveBeenCalled();
  });

  it('knows no call outside the contract', async () => {
    const { frames } = await openProved();
    const answers: unknown[] = [];
    frames.listen(HANDSHAKE_CAP, (frame) => answers.push(JSON.parse(frame.toString('utf8'))));
    const methods = ['status.changed', 'constructor', '__proto__.toString', 'status', ''];
    methods.forEach((method, id) => frames.send({ jsonrpc: '2.0', id, method }));
    await vi.waitFor(() => expect(answers).toHaveLength(methods.length));
    for (const answer of answers)
      expect(answer).toMatchObject({ result: { ok: false, error: { code: 'bad-input' } } });
  });
});

const whole = (rev: number) => wholeStatus(snapshot(rev));

describe('events', () => {
  it('reach every client, parsed, until it stops listening', async () => {
    const [one, two] = [await service.connect(), await service.connect('viewer')];
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = one.client.status.changed(first);
    two.client.status.changed(second);
    service.listener.publish('status', 'changed', whole(2));
    await vi.waitFor(() => expect(second).toHaveBeenCalledWith(whole(2)));
    await vi.waitFor(() => expect(first).toHaveBeenCalledOnce());
    stop();
    service.listener.publish('status', 'changed', { ...whole(3), stray: 'x' } as never);
    service.listener.publish('status', 'changed', whole(4));
    await vi.waitFor(() => expect(second).toHaveBeenLastCalledWith(whole(4)));
    expect(second).toHaveBeenCalledTimes(2);
    expect(first).toHaveBeenCalledOnce();
  });

  it('wait as one for a client that does not read them, which keeps its link and then has the newest', async () => {
    const { socket, frames } = await openProved();
    const other = await service.connect();
    const heard: string[] = [];
    frames.listen(FRAME_CAP, (frame) => void heard.push(frame.toString('utf8')));
    socket.pause();
    const notice = {
      code: 'settings-broken' as const,
      params: { file: 'x'.repeat(4000) },
      since: '2026-05-01T00:00:00Z',
    };
    const status = { ...snapshot(0).status, notices: Array.from({ length: 50 }, () => notice) };
    const rounds = Math.ceil((2 * WAITING_CAP) / JSON.stringify(status).length);
    for (let rev = 0; rev <= rounds; rev += 1) {
      const seen = new Promise((resolve) => other.client.status.changed(resolve));
      service.listener.publish('status', 'changed', wholeStatus({ ...snapshot(rev), status }));
      await seen;
    }
    socket.resume();
    await vi.waitFor(() => expect(heard.at(-1)).toContain(`"rev":${rounds},`));
    expect(heard.length).toBeLessThan(rounds / 2);
    expect(socket.destroyed).toBe(false);
  });
});

describe('hostile clients', () => {
  it.each([
    ['no JSON', Buffer.from([0, 0, 0, 1, 33])],
    ['a giant frame', Buffer.from([0x7f, 0xff, 0xff, 0xff])],
    ['an empty frame', Buffer.from([0, 0, 0, 0])],
    ['a cancellation without an argument', encodeFrame({ jsonrpc: '2.0', method: '$/cancelRequest' })],
    ['an answer nobody asked for', encodeFrame({ jsonrpc: '2.0', id: 1, result: {} })],
    ['two arguments', encodeFrame({ jsonrpc: '2.0', id: 1, method: 'status.read', params: [1, 2] })],
    ['a batch', encodeFrame([{ jsonrpc: '2.0', id: 1, method: 'status.read' }])],
    ['a deep frame', Buffer.concat([Buffer.from([0, 0, 0x80, 0]), Buffer.alloc(0x8000, '[')])],
  ])('lose their connection for %s, others keep theirs', async (_, bytes) => {
    const other = await service.connect();
    const { socket } = await openProved();
    const gone = ended(socket);
    socket.write(bytes);
    await gone;
    expect(await other.client.status.read()).toMatchObject({ ok: true });
  });

  it('lose it for asking without waiting for answers', async () => {
    service.handlers.status.read.mockReturnValue(new Promise(() => undefined));
    const { socket, frames } = await openProved();
    for (let id = 0; id <= REQUESTS_CAP; id += 1) frames.send({ jsonrpc: '2.0', id, method: 'status.read' });
    await ended(socket);
  });

  it('lose it for asking without reading the answers', async () => {
    const entry = { number: 1, at: '2026-05-01T00:00:00Z', kind: 'connected', actor: 'service' };
    const entries = Array.from({ length: 500 }, () => ({ ...entry, detail: { text: 'x'.repeat(1000) } }));
    service.handlers.activity.read.mockResolvedValue({ entries, total: 500, brokenAt: null } as never);
    const { socket, frames } = await openProved();
    frames.listen(FRAME_CAP, () => undefined);
    socket.pause();
    for (let id = 0; id < 20; id += 1) {
      frames.send({ jsonrpc: '2.0', id, method: 'activity.read', params: [{ limit: 1000 }] });
    }
    const callers = await vi.waitFor(() => {
      const { calls } = service.handlers.activity.read.mock as unknown as { calls: [unknown, Caller][] };
      expect(calls.length).toBeGreaterThan(0);
      return calls.map(([, caller]) => caller);
    });
    await new Promise<void>((resolve) => callers[0]?.onGone(resolve));
    await ended(socket);
  });

  it('2,000 half-open ones keep no client out and take little memory', { timeout: 30_000 }, async () => {
    const before = process.memoryUsage().rss;
    for (let opened = 0; opened < 2000; opened += 1) {
      const socket = await vi.waitFor(openRaw, { interval: 1 });
      socket.on('error', () => undefined).write(Buffer.from([0, 0, 15]));
    }
    const began = performance.now();
    const { client } = await service.connect();
    expect(await client.status.read()).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1_048_576);
  });

  it('one that says nothing is dropped at the deadline', async () => {
    await service.end();
    service = await openTestService({ handshakeDeadline: 50 });
    await ended(await openRaw());
  });

  it('are told that the service is busy when every place is taken, until one is free', async () => {
    await service.end();
    service = await openTestService({ accountCap: CONNECTIONS_CAP });
    const links = await Promise.all(Array.from({ length: CONNECTIONS_CAP }, () => service.connect()));
    await expect(service.connect()).rejects.toMatchObject({ code: 'service-busy' });
    links[0]?.close();
    await vi.waitFor(() => service.connect());
  });
});
