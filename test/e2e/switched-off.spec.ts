import { readFileSync } from 'node:fs';
import path from 'node:path';
import { internetSocketsOf, processesOf } from '../support/processes/processes';
import { configure } from '../support/program';
import { expect, test } from './support/fixtures';
import { statusOf } from './support/status';

const FIVE_SECONDS = 5000;

test('switched off, the program opens no network socket; switched on again it connects within five seconds', async ({
  office,
  program,
}) => {
  await configure(program, office);
  await program.set('remoteService.enabled', false);
  await program.startApp();
  await expect.poll(async () => (await statusOf(program)).connection.state).toBe('disabled');
  expect(internetSocketsOf(processesOf(program.base))).toEqual([]);
  expect(office.requests).toEqual([]);

  await program.set('remoteService.enabled', true);
  await expect
    .poll(() => office.view().installation?.isPolling ?? false, { timeout: FIVE_SECONDS, intervals: [50] })
    .toBe(true);
  // The same look finds the connection, so the empty list before says something.
  expect(internetSocketsOf(processesOf(program.base))).not.toEqual([]);

  await program.set('remoteService.enabled', false);
  await expect.poll(() => internetSocketsOf(processesOf(program.base))).toEqual([]);
  await expect.poll(() => office.view().installation?.isPolling).toBe(false);
});

test('a service that starts switched off tries no connection at all', async ({ office, program }) => {
  await configure(program, office);
  await program.set('remoteService.enabled', false);
  const trace = path.join(program.base, 'connect.trace');
  await program.startService(['strace', '-f', '-qq', '-e', 'trace=connect,sendto,bind', '-o', trace]);
  const state = async () => (await statusOf(program)).connection.state;
  await expect.poll(state).toBe('disabled');
  const attempts = () =>
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line.includes('AF_INET'));
  expect(attempts()).toEqual([]);

  await program.set('remoteService.enabled', true);
  await expect.poll(state).toBe('connected');
  expect(attempts().some((line) => line.includes(`htons(${office.port})`))).toBe(true);
});
