import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { makeLinuxPackages } from '../support/packages/packages';
import { killProcessesOf } from '../support/processes/processes';
import { createProgram, runCommand, type Program } from '../support/program';
import { makeReleaseProgram } from '../support/packages/release-program';
import { startVirtualDisplay } from '../support/desktop/virtual-display';
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

  it('opens no window for root, and says so', async () => {
    const { code, errors } = await start(['--no-sandbox', '--started-by-root']);
    expect(errors).toContain(sentenceOf('window-as-root'));
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

  it('starts the app, with its sandbox, as whoever is not root', async () => {
    const display = await startVirtualDisplay();
    const home = mkdtempSync(path.join(tmpdir(), 'home-'));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) execFileSync('chown', ['nobody', home]);
    const settings = [`HOME=${home}`, `DISPLAY=${display.name}`, 'DBUS_SESSION_BUS_ADDRESS=disabled:'];
    const words = ['env', '-i', ...settings, release.executable, '--log-level=3'];
    const [command = '', ...rest] = [...(isRoot ? ['runuser', '-u', 'nobody', '--'] : []), ...words];
    const child = spawn(command, rest, { cwd: '/', stdio: 'ignore', detached: true });
    const renderers = () =>
      spawnSync('pgrep', ['--full', '--list-full', `${release.folder}/.*type=renderer`], {
        encoding: 'utf8',
      });
    try {
      await vi.waitFor(() => {
        expect(child.exitCode).toBeNull();
        expect(renderers().status).toBe(0);
      }, PATIENCE);
      expect(renderers().stdout).not.toContain('--no-sandbox');
    } finally {
      await killProcessesOf(release.folder);
      display.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
  });
});
