import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ParameterStructures, type MessageConnection } from 'vscode-jsonrpc/node';
import { createLocalEndpoint } from '@electron/platform/local-endpoint';
import { richStatus } from '@shared/domain/status/rich-status.fixture';
import { wholeStatus, type StatusChange } from '@shared/domain/status/status-change';
import { FrameSocket } from './frame-socket';
import { HANDSHAKE_CAP, handshakeWithClient } from './handshake';
import { createJsonRpc } from './json-rpc';
import { ensureRoleKeys } from './role-keys';
import { connectToService, type ServiceLink } from './service-client';

const LATER = {
  ...richStatus,
  later: { is: 1 },
  service: { ...richStatus.service, version: '9.0.0', later: true },
  notices: [...richStatus.notices, { ...richStatus.notices[0], code: 'of-a-later-version' }],
};
const snapshot = { epoch: 'e', rev: 1, status: LATER, later: null };

const folder = mkdtempSync(path.join(tmpdir(), 'later-'));
let server: Server;
let link: ServiceLink;
let service: MessageConnection;

/** A service of a later version: it says more than this one knows, and knows none of what this one asks beyond its status. */
const answer = (socket: Socket, keys: Awaited<ReturnType<typeof ensureRoleKeys>>) => {
  const frames = new FrameSocket(socket, HANDSHAKE_CAP);
  void handshakeWithClient(frames, { build: '9.0.0', keys }).then(() => {
    service = createJsonRpc(frames, 'service');
    service.onRequest((method) =>
      method === 'status.read'
        ? { ok: true, value: snapshot }
        : { ok: false, error: { code: 'bad-input', params: { at: 'method' }, ref: 'x', later: 1 } },
    );
    service.listen();
  });
};

beforeAll(async () => {
  const keys = await ensureRoleKeys(folder);
  server = createServer((socket) => answer(socket, keys));
  await createLocalEndpoint().claim(server, folder);
  link = await connectToService({ runFolder: folder, role: 'operator', build: '1.0.0' });
});
afterAll(() => {
  link.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('reads the status of a later service, without what it does not know', async () => {
  const reply = await link.client.status.read();
  expect(reply).toEqual({
    ok: true,
    value: {
      ...{ epoch: 'e', rev: 1 },
      // The request for assistance came whole, so it is asked about.
      status: { ...richStatus, service: { ...richStatus.service, version: '9.0.0' } },
    },
  });
});

it('hears the changes of a later service', async () => {
  const heard = new Promise<StatusChange>((resolve) => void link.client.status.changed(resolve));
  const change = wholeStatus({ epoch: 'e', rev: 2, status: richStatus });
  const later = {
    ...change,
    status: { ...change.status, connection: { ...richStatus.connection, state: 'dreaming' } },
  };
  await service.sendNotification('status.changed', ParameterStructures.byPosition, later);
  expect((await heard).status.connection?.state).toBe('connecting');
});

it('says of what another version does not know that the versions differ, never that the service does not run', async () => {
  expect(await link.client.connection.tryNow()).toMatchObject({
    ok: false,
    error: { code: 'service-version' },
  });
});
