import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { configure, createProgram, type Program } from '../support/program';
import { nextStepOf, sentenceOf } from '../support/words';

let office: BackOffice;
let program: Program;
beforeEach(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
});
afterEach(async () => {
  await program.end();
  await office.close();
});

const untilStatus = (check: (connection: { state: string; reason: string | null }) => void) =>
  vi.waitFor(
    async () => {
      const { json } = await program.cli(['status', '--json']);
      check((json as { connection: { state: string; reason: string | null } }).connection);
    },
    { timeout: 40_000, interval: 250 },
  );

it('a damaged key store is told by its name, kept aside, and mended by entering the code again', async () => {
  await configure(program, office);
  const first = await program.startService();
  await untilStatus(({ state }) => expect(state).toBe('connected'));
  first.kill('SIGTERM');
  await once(first, 'exit');

  const state = path.join(program.home, 'state');
  for (const name of ['key', 'secrets.json', 'keychain.json']) writeFileSync(path.join(state, name), 'junk');
  await program.startService();
  await untilStatus(({ reason }) => expect(reason).toBe('keychain-damaged'));
  const { errors } = await program.cli(['status']);
  expect(errors).toContain(sentenceOf('keychain-damaged'));
  expect(errors).toContain(nextStepOf('keychain-damaged'));
  const kept = readdirSync(state).map((name) => name.replace(/\.broken-\d+$/, '.broken'));
  expect(kept).toEqual(expect.arrayContaining(['key.broken', 'secrets.json.broken', 'keychain.json.broken']));

  await program.setSecret('remoteService.verificationCode', office.organisation.verificationCode);
  await untilStatus((connection) => expect(connection.state).toBe('connected'));
});
