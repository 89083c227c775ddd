import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { makeLinuxPackages } from '../support/packages';
import { createProgram, runCommand, type Program } from '../support/program';
import { makeReleaseProgram } from '../support/release-program';
import { nextStepOf, sentenceOf } from '../support/words';

const PATIENCE = { timeout: 60_000, interval: 200 };
const WRONG_USAGE = 2;
const SERVICE = ['--no-sandbox', '--no-zygote', '--service', '--ozone-platform=headless', '--disable-gpu'];

let office: BackOffice;
let release: ReturnType<typeof makeReleaseProgram>;
let program: Program;

beforeAll(async () => {
  const { unpacked } = await makeLinuxPackages();
  release = makeReleaseProgram(unpacked);
  office = await startBackOffice();
  program = await createProgram(office, { executable: release.executable, args: ['--no-sandbox'] });
}, 900_000);
afterAll(async () => {
  await program.end();
  await office.close();
  release.remove();
}, 60_000);

const start = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  runCommand(release.executable, words, { env: { ...program.env, ...environment } });

describe('a release', () => {
  it.each([
    ['the app without its sandbox', 'no-sandbox', ['--no-sandbox'], {}],
    ['the same, asked for in the environment', 'no-sandbox', [], { ELECTRON_DISABLE_SANDBOX: '1' }],
    ['a service to be looked into', 'remote-debugging-port', [...SERVICE, '--remote-debugging-port=0'], {}],
    ['a service under an inspector', 'inspect-brk', [...SERVICE, '--inspect-brk=0'], {}],
    [
      'a service that trusts everybody',
      'ignore-certificate-errors',
      [...SERVICE, '--ignore-certificate-errors'],
      {},
    ],
  ])('does not start %s, and says why', async (_, name, words, environment) => {
    const { code, errors } = await start(words, environment);
    expect(errors).toContain(sentenceOf('switch-refused', { name }));
    expect(errors).toContain(nextStepOf('switch-refused', { name }));
    expect(errors).not.toContain('listening on');
    expect(code).toBe(WRONG_USAGE);
  });

  it('runs its service and its commands as the unit and the installer start them', async () => {
    const service = spawn(release.executable, SERVICE, { env: program.env, stdio: 'ignore' });
    await vi.waitFor(async () => {
      const { json } = await program.cli(['status', '--json']);
      expect(json).toMatchObject({ service: { state: 'running' } });
    }, PATIENCE);
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
