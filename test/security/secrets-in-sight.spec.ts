import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { sampleWhile } from '../support/processes/process-sampler';
import { createProgram, runCommand, type Program } from '../support/program';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const WINDOWS_CHILD = path.join(
  REPOSITORY,
  'electron/platform/service-account/windows-account-child.fixture.ts',
);
const CANARY = 'CANARY-5d0c-in-sight';

/** Enough to have seen a program that lives for a tenth of a second. */
const ROUNDS = 10;

let office: BackOffice;
let program: Program;
beforeAll(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
});
afterAll(async () => {
  await program.end();
  await office.close();
});

describe('what every user of the machine can see of a process', () => {
  it('is looked at closely enough to find a secret in an argument and in an environment', async () => {
    const run = promisify(execFile);
    const { hits } = await sampleWhile(CANARY, () =>
      Promise.all([
        run('/bin/sh', ['-c', 'sleep 0.3', 'sh', CANARY]),
        run('/bin/sleep', ['0.3'], { env: { SECRET: CANARY } }),
      ]),
    );
    expect(hits.some((hit) => hit.startsWith('cmdline of /bin/sh'))).toBe(true);
    expect(hits.some((hit) => hit.startsWith('environ of'))).toBe(true);
  });

  it('never holds a secret of the settings, with the service running or not', async () => {
    const set = async () => {
      await program.setSecret('remoteService.verificationCode', CANARY);
      await program.setSecret('proxy.authentication.password', CANARY);
    };
    const samples = await sampleWhile(CANARY, async () => {
      await set();
      await program.startService();
      await set();
      await program.cli(['settings', 'export', '-']);
      await program.cli(['report', '-']);
    });
    expect(samples.hits).toEqual([]);
    expect(samples.rounds).toBeGreaterThan(ROUNDS);
    expect(samples.processes).toBeGreaterThan(3);
  });

  it('never holds the password of an account, which reaches the elevated program all the same', async () => {
    const loader = ['--import', import.meta.resolve('tsx'), WINDOWS_CHILD];
    const env = { PATH: '/usr/bin:/bin', TSX_TSCONFIG_PATH: path.join(REPOSITORY, 'tsconfig.json') };
    let heard = '';
    const samples = await sampleWhile(CANARY, async () => {
      const { text, errors } = await runCommand(process.execPath, loader, { env, input: CANARY });
      expect(errors).toBe('');
      heard = text;
    });
    expect(heard).toBe(`.\\print\n${CANARY}\n`);
    expect(samples.hits).toEqual([]);
    expect(samples.rounds).toBeGreaterThan(ROUNDS);
  });
});
