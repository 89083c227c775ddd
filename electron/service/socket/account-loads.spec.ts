import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FRAME_CAP } from '@electron/link/frame-decoder';
import { FrameSocket } from '@electron/link/frame-socket';
import { HANDSHAKE_CAP, handshakeWithService } from '@electron/link/handshake';
import { readRoleKey } from '@electron/link/role-keys';
import { silentLogger } from '@electron/log/logger';
import { SOCKET_NAME } from '@electron/platform/local-endpoint';
import { ACCOUNT_CONNECTIONS_CAP, AccountLoads } from './account-loads';
import { REQUESTS_CAP } from './client-connection';
import { openTestService, type TestService } from './socket-listener.fixture';

describe('what one account takes of the service', () => {
  it('is a share of its places, which others keep', () => {
    const loads = new AccountLoads(true, 2);
    const first = loads.enter(1000);
    loads.enter(1000);
    expect([loads.enter(1000), loads.enter(1001)?.connections, loads.enter(null)?.connections]).toEqual([
      null,
      1,
      1,
    ]);
    if (first !== null) loads.leave(1000, first);
    expect(loads.enter(1000)).not.toBeNull();
  });

  it('still counts the requests of connections that are gone', () => {
    const loads = new AccountLoads(true, 2);
    const load = loads.enter(1000);
    if (load === null) throw new Error('no place');
    load.requests = 5;
    loads.leave(1000, load);
    expect(loads.enter(1000)?.requests).toBe(5);
  });

  it('is not counted where the system tells no account from another', () => {
    const loads = new AccountLoads(false, 1);
    expect([loads.enter(null), loads.enter(null)]).not.toContain(null);
  });
});

describe('a member of the operators who takes all that it can get', () => {
  let service: TestService;
  afterEach(() => service.end());

  /** Shows no account, which is another one than this. */
  const connectAsNobody = async () => {
    const socket = connect(path.join(service.runFolder, SOCKET_NAME));
    const frames = new FrameSocket(socket, HANDSHAKE_CAP);
    const key = readRoleKey(service.runFolder, 'operator');
    await handshakeWithService(frames, { build: 'spec', role: 'operator', key });
    return frames;
  };

  it('keeps nobody else out, neither with connections nor with requests', async () => {
    service = await openTestService();
    const own = await Promise.all(Array.from({ length: ACCOUNT_CONNECTIONS_CAP }, () => service.connect()));
    await expect(service.connect()).rejects.toMatchObject({ code: 'service-busy' });
    service.handlers.status.read.mockReturnValue(new Promise(() => undefined));
    for (const { client } of own) {
      for (let asked = 0; asked < REQUESTS_CAP / ACCOUNT_CONNECTIONS_CAP; asked += 1)
        void client.status.read();
    }
    await vi.waitFor(() => expect(service.handlers.status.read).toHaveBeenCalledTimes(REQUESTS_CAP));
    const [greedy] = own;
    expect(await greedy?.client.connection.tryNow()).toMatchObject({ ok: false });
    const other = await connectAsNobody();
    const answered = new Promise<unknown>((resolve) =>
      other.listen(FRAME_CAP, (frame) => resolve(JSON.parse(frame.toString('utf8')))),
    );
    other.send({ jsonrpc: '2.0', id: 1, method: 'connection.tryNow' });
    expect(await answered).toMatchObject({ id: 1, result: { ok: true } });
    other.close();
  });

  it('waits for a place of its own, as many commands at once do', async () => {
    const debug = vi.fn();
    service = await openTestService({ log: { ...silentLogger, debug } });
    const [first] = await Promise.all(
      Array.from({ length: ACCOUNT_CONNECTIONS_CAP }, () => service.connect()),
    );
    const next = service.connect();
    // The connection that has no place has been told so, and is gone.
    const refused = expect.objectContaining({}) as unknown;
    await vi.waitFor(() => expect(debug).toHaveBeenCalledWith(refused, 'client refused'));
    first?.close();
    expect(await (await next).client.status.read()).toMatchObject({ ok: true });
  });
});
