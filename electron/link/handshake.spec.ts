import { createHmac, randomBytes } from 'node:crypto';
import { createServer, connect, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FrameSocket } from './frame-socket';
import {
  BUSY,
  HANDSHAKE_CAP,
  handshakeWithClient,
  handshakeWithService,
  isSameProof,
  newNonce,
  proofOf,
} from './handshake';

const keyOf = () => randomBytes(32);
const keys = { viewer: keyOf(), operator: keyOf(), administrator: keyOf() };
let folder: string;

const openPair = async () => {
  const address = path.join(folder, 's');
  const server = createServer();
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(address, resolve));
  const client = connect(address);
  const sockets = { server: await accepted, client };
  return {
    server: new FrameSocket(sockets.server, HANDSHAKE_CAP, 50),
    client: new FrameSocket(sockets.client, HANDSHAKE_CAP),
    raw: client,
    end: () => {
      sockets.server.destroy();
      client.destroy();
      server.close();
    },
  };
};

let pair: Awaited<ReturnType<typeof openPair>>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shake-'));
  pair = await openPair();
});
afterEach(() => {
  pair.end();
  rmSync(folder, { recursive: true, force: true });
});

const json = (frame: Buffer) => JSON.parse(frame.toString('utf8')) as Record<string, string>;
const asOperator = (key = keys.operator) => ({ build: 'c', role: 'operator', key, deadline: 500 }) as const;
const asService = { build: 's', keys, deadline: 500 };

describe('proofs', () => {
  it('are the HMAC of the side and both nonces', () => {
    const key = Buffer.alloc(32, 7);
    const expected = createHmac('sha256', key).update('remote-service server\nA\nB').digest('base64url');
    expect(proofOf(key, 'server', 'A', 'B')).toBe(expected);
    expect(proofOf(key, 'client', 'A', 'B')).not.toBe(expected);
    expect(proofOf(key, 'server', 'B', 'A')).not.toBe(expected);
    expect(isSameProof(expected, expected)).toBe(true);
    expect(isSameProof(expected, expected.slice(1))).toBe(false);
    expect(newNonce()).toMatch(/^[\w-]{43}$/);
  });
});

describe('the handshake', () => {
  it.each(['viewer', 'operator', 'administrator'] as const)(
    'lets both ends know each other as %s',
    async (role) => {
      const service = handshakeWithClient(pair.server, asService);
      expect(await handshakeWithService(pair.client, { build: 'c', role, key: keys[role] })).toBe('s');
      expect(await service).toEqual({ role, build: 'c', account: null });
    },
  );

  it('ends before the client has proved anything when the service has another key', async () => {
    const service = handshakeWithClient(pair.server, { ...asService, keys: { ...keys, operator: keyOf() } });
    const refused = expect(service).rejects.toThrow('connection closed');
    await expect(handshakeWithService(pair.client, asOperator())).rejects.toMatchObject({
      code: 'service-untrusted',
    });
    await refused;
  });

  it('refuses a client that cannot prove its role, and one that plays the proof back', async () => {
    const service = handshakeWithClient(pair.server, asService);
    await pair.client.next();
    pair.client.send({ protocol: 2, build: 'c', role: 'administrator', clientNonce: newNonce() });
    const { serverProof } = json(await pair.client.next());
    pair.client.send({ clientProof: serverProof });
    await expect(service).rejects.toThrow('wrong proof for administrator');
  });

  it.each([
    ['an unknown role', { protocol: 2, build: 'c', role: 'root', clientNonce: newNonce() }],
    ['a stray member', { protocol: 2, build: 'c', role: 'viewer', clientNonce: newNonce(), more: 1 }],
    ['another protocol', { protocol: 3, build: 'c', role: 'viewer', clientNonce: newNonce() }],
    ['a short nonce', { protocol: 2, build: 'c', role: 'viewer', clientNonce: 'A' }],
    ['no object', 'hello'],
  ])('refuses a client with %s', async (_, hello) => {
    const service = handshakeWithClient(pair.server, asService);
    await pair.client.next();
    pair.client.send(hello);
    await expect(service).rejects.toThrow();
  });

  it.each([
    ['service-version', { protocol: 3, anything: true }],
    ['service-busy', BUSY],
    ['service-untrusted', { protocol: 2, build: 's', serverNonce: 'short' }],
    ['service-untrusted', { hello: 'you' }],
  ])('says %s for the hello %j', async (code, hello) => {
    pair.server.send(hello);
    await expect(handshakeWithService(pair.client, asOperator())).rejects.toMatchObject({ code });
  });

  it('ends at its deadline', async () => {
    await expect(handshakeWithClient(pair.server, { ...asService, deadline: 30 })).rejects.toThrow(
      'connection closed',
    );
  });

  it('ends at its deadline for a client too', async () => {
    const client = handshakeWithService(pair.client, { ...asOperator(), deadline: 30 });
    await expect(client).rejects.toMatchObject({ code: 'service-stopped' });
  });

  it('drops a frame that does not become whole in time', async () => {
    const late = pair.server.next();
    pair.raw.write(Buffer.from([0, 0, 0, 9, 34]));
    await expect(late).rejects.toThrow('connection closed');
  });

  it('drops a frame larger than a handshake needs', async () => {
    const large = pair.server.next();
    pair.client.send('x'.repeat(HANDSHAKE_CAP));
    await expect(large).rejects.toThrow('connection closed');
  });
});
