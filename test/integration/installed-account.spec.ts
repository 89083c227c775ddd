import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installProgram, type InstalledProgram } from '../support/packages/installed-program';
import { plantLibrary } from '../support/processes/planted-library';
import { sampleWhile } from '../support/processes/process-sampler';

const PATIENCE = { timeout: 60_000, interval: 200 };
const CHILD = '/opt/program/electron/platform/service-account/service-account-child.fixture.ts';
const CANARY = 'CANARY-9e31-account';
const DROP_IN = '/etc/systemd/system/remote-service.service.d/account.conf';

let program: InstalledProgram;

/** Changes the account through the real adapter, as an operator would from the page. */
const change = async (
  by: string,
  userName: string,
  { password = '/dev/null', surroundings = [] }: { password?: string; surroundings?: string[] } = {},
) => {
  const loader = ['--import', '/opt/program/node_modules/tsx/dist/loader.mjs'];
  const tsx = ['TSX_TSCONFIG_PATH=/opt/program/tsconfig.json', 'TSX_DISABLE_CACHE=1'];
  const words = [process.execPath, ...loader, CHILD, userName, '.', password];
  const { text, errors } = await program.execAs(by, 'env', ...surroundings, ...tsx, ...words);
  expect(errors).toBe('');
  return text;
};

const answers = () =>
  vi.waitFor(async () => {
    const { code, errors, text } = await program.cli('olga', ['status', '--json']);
    expect(code, errors).toBe(0);
    return (JSON.parse(text) as { service: { account: string } }).service.account;
  }, PATIENCE);

const ownerOf = (place: string) => program.run('stat', '--format=%U:%G %a', place);

beforeAll(async () => {
  program = await installProgram();
  await program.addAccount('olga', 'operator');
  await program.addAccount('print', 'outsider');
  await program.addAccount('broken', 'outsider');
  // In the place of the administrator's password, which a test has no way to type: olga's agent says yes.
  program.write(
    '/etc/polkit-1/rules.d/10-test.rules',
    "polkit.addRule(function (action, subject) { if (action.id === 'remote-service.control' && subject.user === 'olga') return polkit.Result.YES; });\n",
  );
  await program.run('systemctl', 'start', 'remote-service');
  await answers();
  const secret = ['settings', 'set', 'remoteService.verificationCode', '-'];
  expect(await program.cli('olga', secret, 'ABCD-1234')).toMatchObject({ code: 0 });
}, 180_000);
afterAll(() => program.stop(), 60_000);

describe('the account of the installed service', { timeout: 180_000 }, () => {
  it('stays as it is where nobody may be asked, or the account is wrong', async () => {
    expect(await change('print', 'print')).toBe('elevation-refused');
    expect(await change('olga', 'nobody-of-that-name')).toBe('account-unknown');
    expect(await change('olga', 'root')).toBe('account-administrator');
    expect((await program.exec('test', '-e', DROP_IN)).code).toBe(1);
    expect(await answers()).toBe('remote-service');
  });

  it('is changed: state and secrets are the new one’s, and the service uses them', async () => {
    const keyBefore = await program.run('cat', '/var/lib/remote-service/sealing-key.json');
    expect(await change('olga', 'print')).toBe('done');
    expect(await answers()).toBe('print');
    expect(await ownerOf('/var/lib/remote-service')).toBe('print:remote-service-operators 750');
    expect(await ownerOf('/var/lib/remote-service/state')).toBe('print:remote-service-operators 700');
    expect(await ownerOf('/etc/remote-service/settings')).toBe('print:remote-service-operators 2750');
    expect(await ownerOf('/etc/remote-service/settings/settings.json')).toBe(
      'print:remote-service-operators 640',
    );
    const id = ['settings', 'set', 'remoteService.serviceOrganisationId', 'ORG-2'];
    expect(await program.cli('olga', id)).toMatchObject({ code: 0 });
    expect(await ownerOf('/run/remote-service/service.sock')).toBe('print:remote-service-operators 660');
    expect(await program.run('cat', '/var/lib/remote-service/sealing-key.json')).toBe(keyBefore);
    const strangers = await program.run('find', '/var/lib/remote-service', '-not', '-user', 'print');
    expect(strangers).toBe('');
    const { text } = await program.cli('olga', ['service', 'status', '--json']);
    expect(JSON.parse(text)).toMatchObject({ state: 'running', account: 'print' });
    expect(await program.cli('olga', ['check', '--json'])).toMatchObject({
      text: expect.stringContaining('print') as unknown,
    });
  });

  it('is the earlier one again, whole, where the service does not start', async () => {
    const before = await program.run('cat', DROP_IN);
    program.write(
      '/etc/systemd/system/remote-service.service.d/broken.conf',
      '[Service]\nExecStartPre=/bin/sh -c \'[ "$$(id -un)" != broken ]\'\n',
    );
    await program.run('systemctl', 'daemon-reload');
    expect(await change('olga', 'broken')).toBe('account-change-failed');
    expect(await program.run('cat', DROP_IN)).toBe(before);
    expect(await answers()).toBe('print');
    expect(await ownerOf('/var/lib/remote-service/state')).toBe('print:remote-service-operators 700');
    expect(await ownerOf('/etc/remote-service/settings')).toBe('print:remote-service-operators 2750');
    expect(await program.cli('olga', ['settings', 'get', '--json'])).toMatchObject({ code: 0 });
  });

  it('brings nothing that was planted around who asks, and shows the password to nobody', async () => {
    const folder = path.join(program.root, 'opt/planted');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    const library = plantLibrary(folder, '/opt/planted');
    for (const name of ['systemctl', 'pkexec', 'getent', 'sh', 'id', 'cut', 'node'])
      program.write(`/opt/planted/${name}`, '#!/bin/sh\necho script >>/opt/planted/loaded-by\n', 0o755);
    program.write('/opt/password', CANARY);
    const surroundings = [
      '--chdir=/opt/planted',
      'PATH=/opt/planted:/usr/bin:/bin',
      `LD_PRELOAD=${library.file}`,
      'LD_LIBRARY_PATH=/opt/planted',
    ];
    const samples = await sampleWhile(CANARY, async () => {
      expect(await change('olga', 'remote-service', { password: '/opt/password', surroundings })).toBe(
        'done',
      );
    });
    expect(await answers()).toBe('remote-service');
    expect(library.loadedBy()).toEqual([realpathSync(process.execPath)]);
    expect(samples.hits).toEqual([]);
    expect(samples.rounds).toBeGreaterThan(10);
    expect(await change('olga', 'print')).toBe('done');
  });

  it('is changed by fixed verbs only', async () => {
    const helper = '/usr/lib/remote-service/service-helper';
    for (const words of [
      [],
      ['sh'],
      ['set-account'],
      ['set-account', '-x'],
      ['set-account', 'a b'],
      ['start', 'x'],
    ])
      expect((await program.exec(helper, ...words)).code, words.join(' ')).toBe(64);
    expect((await program.exec(helper, 'set-account', 'root')).code).toBe(65);
    expect(await answers()).toBe('print');
  });
});
