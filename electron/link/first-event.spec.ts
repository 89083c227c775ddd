import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FRAME_CAP } from './frame-decoder';
import { FrameSocket } from './frame-socket';
import { HANDSHAKE_CAP, handshakeWithClient, handshakeWithService } from './handshake';

it('takes an event that is larger than the frames of the handshake and comes right behind the welcome', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'link-'));
  const key = randomBytes(32);
  const event = { text: 'x'.repeat(10 * HANDSHAKE_CAP) };
  const server = createServer((socket: Socket) => {
    const frames = new FrameSocket(socket, HANDSHAKE_CAP);
    const keys = { viewer: key, operator: key, administrator: key };
    void handshakeWithClient(frames, { build: 's', keys }).then(() => frames.send(event));
    // Corked, so that welcome and event arrive in one read.
    socket.on('data', () => {
      socket.cork();
      setImmediate(() => socket.uncork());
    });
  });
  const address = path.join(folder, 's');
  await new Promise<void>((resolve) => server.listen(address, resolve));
  const frames = new FrameSocket(connect(address), HANDSHAKE_CAP);
  try {
    await handshakeWithService(frames, { build: 'c', role: 'operator', key });
    const received = new Promise<Buffer>((resolve, reject) => {
      frames.onClosed(() => reject(new Error('closed')));
      frames.listen(FRAME_CAP, resolve);
    });
    expect(JSON.parse((await received).toString('utf8'))).toEqual(event);
  } finally {
    frames.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
