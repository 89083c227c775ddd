import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
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

/** The program that the service runs: it writes down how it was called. */
const recorder = (exitCode: number) => {
  const file = path.join(program.base, 'recorder.sh');
  const record = path.join(program.base, 'record');
  writeFileSync(file, `#!/bin/sh\n{ printf '%s\\n' "$@"; /usr/bin/env; } >"${record}"\nexit ${exitCode}\n`, {
    mode: 0o700,
  });
  return { file, record };
};

const startWith = async (rereadCommand: string[]) => {
  await configure(program, office);
  await program.set('licenceServers', [
    { name: 'Main server', kind: 'local', path: program.licences, ports: String(port), rereadCommand },
  ]);
  await program.startService();
  await until(async () => (await status()).connection.state).toBe('connected');
  await until(async () => (await server())?.state).toBe('up-to-date');
};

it('says in a check whether the licence server answers; that it does not is no failure', async () => {
  await startWith([]);
  const check = async () => {
    const { code, json } = await program.cli(['check', '--json']);
    const stage = (json as ConnectionCheck).stages.find((one) => one.stage === 'licence-server');
    return [
      code,
      stage?.outcome,
      stage?.detail.map(({ fact }) => fact).filter((fact) => fact.includes('listening')),
    ];
  };
  expect(await check()).toEqual([0, 'passed', ['listening']]);
  expect((await server())?.serving).toMatchObject({ state: 'listening', host: '127.0.0.1', port });
  await new Promise((done) => licenceServer.close(done));
  expect(await check()).toEqual([0, 'passed', ['not-serving']]);
  expect((await server())?.serving).toMatchObject({ state: 'not-serving', port: null });
});

it('has the licence server read again after an installation, and asks it then', async () => {
  process.env['REREAD_CANARY'] = 'not for others';
  const { file, record } = recorder(0);
  await startWith([file, 'lmreread', '-c', 'a b; $(id)']);
  delete process.env['REREAD_CANARY'];
  const { sequence } = office.issueLicence({ kind: 'add-users', users: 5 });
  await until(async () => (await server())?.sequence).toBe(sequence);
  await until(() => Promise.resolve(existsSync(record))).toBe(true);
  await until(async () => (await server())?.serving.state).toBe('listening');
  // The variables that the script's own shell sets are the only ones beside the arguments.
  const isShells = (line: string) => /^(PWD|OLDPWD|SHLVL|_)=/.test(line);
  await until(() =>
    Promise.resolve(
      readFileSync(record, 'utf8')
        .split('\n')
        .filter((line) => !isShells(line)),
    ),
  ).toEqual(['lmreread', '-c', 'a b; $(id)', '']);
  expect((await status()).notices).toEqual([]);
});

it('keeps the new licence where the command fails, and says so', async () => {
  await startWith([recorder(7).file]);
  const { sequence } = office.issueLicence({ kind: 'add-users', users: 5 });
  await until(async () => (await status()).notices.map(({ code }) => code)).toContain('reread-failed');
  expect(await server()).toMatchObject({ state: 'up-to-date', sequence, reason: null });
  expect((await status()).notices).toMatchObject([
    { code: 'reread-failed', params: { name: 'Main server', exitCode: 7 } },
  ]);
});

it('refuses a command without its whole path', async () => {
  const { code, errors } = await program.cli([
    ...['settings', 'set', 'licenceServers'],
    JSON.stringify([{ name: 'A', kind: 'local', path: program.licences, rereadCommand: ['lmreread'] }]),
  ]);
  expect(code).not.toBe(0);
  expect(errors).toContain('is not given with its whole path');
});
