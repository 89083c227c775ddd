import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveSilentBuses } from './index';

let folder: string;
let server: Server;
const file = () => path.join(folder, 'bus');
const nowhere = () => path.join(folder, 'nowhere');

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bus-'));
  server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
  }).listen(file());
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it('leaves a bus that accepts and never answers out of the environment', async () => {
  const environment = {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${nowhere()};unix:path=${file()}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${file()}`,
  };
  await leaveSilentBuses(50, environment);
  expect(environment).toEqual({
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    DBUS_SYSTEM_BUS_ADDRESS: 'disabled:',
  });
});

it('keeps a bus that is not there, and one that says anything', async () => {
  server.on('connection', (socket) => socket.write('REJECTED EXTERNAL\r\n'));
  const environment = {
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${nowhere()}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${file()}`,
  };
  const before = { ...environment };
  await leaveSilentBuses(5000, environment);
  expect(environment).toEqual(before);
});
