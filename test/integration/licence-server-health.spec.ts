import net from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { listen } from '../support/network/ports';
import { configure, createProgram, type Program } from '../support/program';

let office: BackOffice;
let program: Program;
let licenceServer: net.Server;
let port: number;

beforeEach(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
  licenceServer = net.createServer((socket) => socket.destroy());
  port = await listen(licenceServer);
});
afterEach(async () => {
  licenceServer.close();
  await program.end();
  await office.close();
});

const status = async () => (await program.cli(['status', '--json'])).json as Status;
const server = async () => (await status()).licenceServers[0];
const until = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 200 });

const start = async () => {
  await configure(program, office);
  await program.set('licenceServers', [
    { name: 'Main server', kind: 'local', path: program.licences, ports: String(port) },
  ]);
  await program.startService();
  await until(async () => (await status()).connection.state).toBe('connected');
  await until(async () => (await server())?.state).toBe('up-to-date');
};

it('says in a check whether the licence server answers; that it does not is no failure', async () => {
  await start();
  const check = async () => {
    const { code, json } = await program.cli(['check', '--json']);
    const stage = (json as ConnectionCheck).stages.find((one) => one.stage === 'licence-server');
    return [
      code,
      stage?.outcome,
      stage?.detail.map(({ fact }) => fact).filter((fact) => fact === 'listening' || fact === 'not-serving'),
    ];
  };
  expect(await check()).toEqual([0, 'passed', ['listening']]);
  expect((await server())?.serving).toMatchObject({ state: 'listening', host: '127.0.0.1', port });
  await new Promise((done) => licenceServer.close(done));
  expect(await check()).toEqual([0, 'passed', ['not-serving']]);
  expect((await server())?.serving).toMatchObject({ state: 'not-serving', port: null });
});
