import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOGGED_EVENTS, type LoggedEvent } from '@shared/domain/activity/logged-events';
import { installProgram, type InstalledProgram } from '../support/packages/installed-program';

const PATIENCE = { timeout: 60_000, interval: 200 };

let program: InstalledProgram;
let uid: string;

const answers = () =>
  vi.waitFor(async () => {
    const { code, errors } = await program.cli('olga', ['status', '--json']);
    expect(code, errors).toBe(0);
  }, PATIENCE);

beforeAll(async () => {
  program = await installProgram();
  await program.addAccount('olga', 'operator');
  await program.addAccount('emil', 'outsider');
  await program.run('systemctl', 'start', 'remote-service');
  await answers();
  uid = (await program.run('id', '--user', 'remote-service')).trim();
}, 180_000);
afterAll(() => program.stop(), 60_000);

/** Kills the service as a crash would, and waits until systemd has started it again. */
const killAndReturn = async () => {
  const before = await program.unit('NRestarts');
  await program.run('systemctl', 'kill', '--kill-who=main', '--signal=KILL', 'remote-service');
  await vi.waitFor(async () => {
    const after = await program.unit('ActiveState', 'NRestarts');
    expect(after).toEqual({ ActiveState: 'active', NRestarts: String(Number(before['NRestarts']) + 1) });
  }, PATIENCE);
  await answers();
};

/** The entries of the journal about an event, oldest first. */
const journalOf = async (event: LoggedEvent) => {
  const words = ['--output=json', `MESSAGE_ID=${LOGGED_EVENTS[event].messageId}`];
  const { text } = await program.exec('journalctl', ...words);
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, string>);
};

/** Without what the starts before would count toward the unit's limit. */
const startAgain = async () => {
  await program.run('systemctl', 'reset-failed', 'remote-service');
  await program.run('systemctl', 'start', 'remote-service');
  await answers();
};

describe('the installed service', { timeout: 120_000 }, () => {
  it('is confined: exposure 3.0 at most', async () => {
    const text = await program.run('systemd-analyze', 'security', '--no-pager', 'remote-service.service');
    const [, exposure] = /Overall exposure level[^:]*: ([\d.]+)/.exec(text) ?? [];
    expect(Number(exposure)).toBeLessThanOrEqual(3);
  });

  it('keeps its state to its own account and opens its run folder to the operators', async () => {
    const modes = await program.run(
      'stat',
      '--format=%n %a %U %G',
      '/var/lib/remote-service',
      '/var/lib/remote-service/state',
      '/run/remote-service',
      '/run/remote-service/service.sock',
      '/etc/remote-service/settings',
    );
    expect(modes.split('\n')).toEqual([
      '/var/lib/remote-service 750 remote-service remote-service-operators',
      '/var/lib/remote-service/state 700 remote-service remote-service-operators',
      '/run/remote-service 750 remote-service remote-service-operators',
      '/run/remote-service/service.sock 660 remote-service remote-service-operators',
      '/etc/remote-service/settings 2750 remote-service remote-service-operators',
    ]);
    const loose = await program.run('find', '/var/lib/remote-service', '-perm', '/022', '-not', '-type', 'l');
    expect(loose).toBe('');
  });

  it('takes settings and secrets of any operator', async () => {
    await program.addAccount('otto', 'operator');
    const id = ['settings', 'set', 'remoteService.serviceOrganisationId'];
    expect(await program.cli('olga', [...id, 'ORG-1'])).toMatchObject({ code: 0 });
    const secret = ['settings', 'set', 'remoteService.verificationCode', '-'];
    expect(await program.cli('olga', secret, 'ABCD-1234')).toMatchObject({ code: 0 });
    expect(await program.cli('otto', [...id, 'ORG-2'])).toMatchObject({ code: 0 });
    const { text } = await program.cli('olga', ['settings', 'get', '--json']);
    expect(text).toContain('ORG-2');
    const activity = await program.run('cat', '/var/lib/remote-service/state/audit/audit.jsonl');
    expect(activity).toContain('settings-applied');
    expect(activity).not.toContain('settings-broken');
  });

  it('writes its settings itself: no operator leads a write elsewhere, or changes the file beside it', async () => {
    const folder = '/etc/remote-service/settings';
    const canary = '/home/otto/.bashrc';
    const before = await program.run('cat', canary);
    for (const words of [
      ['ln', '-s', canary, `${folder}/settings.json.tmp`],
      ['ln', '-sf', canary, `${folder}/settings.json`],
      ['mv', `${folder}/settings.json`, `${folder}/away`],
      ['sh', '-c', `echo '{}' >${folder}/settings.json`],
    ])
      expect((await program.execAs('olga', ...words)).code, words.join(' ')).not.toBe(0);
    expect(await program.run('stat', '--format=%U %G %a', `${folder}/settings.json`)).toBe(
      'remote-service remote-service-operators 640',
    );
    expect(await program.run('cat', canary)).toBe(before);
  });

  it('is needed for saving by everybody but its own account and root', async () => {
    await program.run('systemctl', 'stop', 'remote-service');
    const id = ['settings', 'set', 'remoteService.serviceOrganisationId'];
    const refused = await program.cli('olga', [...id, 'ORG-3']);
    expect(refused).toMatchObject({ code: 20 });
    expect(refused.errors).toContain('only while Print ORS Service is running');
    const command = `/opt/runtime/electron --no-sandbox /opt/program ${id.join(' ')} ORG-4`;
    expect(await program.exec('bash', '-c', command)).toMatchObject({ code: 0 });
    const owner = await program.run('stat', '--format=%U %G', '/etc/remote-service/settings/settings.json');
    expect(owner).toBe('remote-service remote-service-operators');
    await startAgain();
    expect((await program.cli('olga', ['settings', 'get', '--json'])).text).toContain('ORG-4');
  });

  it('takes over a settings file that an operator has written to an earlier version', async () => {
    const file = '/etc/remote-service/settings/settings.json';
    await program.run('systemctl', 'stop', 'remote-service');
    const content = await program.run('cat', file);
    await program.run('chown', 'olga', file);
    await startAgain();
    expect(await program.run('stat', '--format=%U', file)).toBe('remote-service');
    expect(await program.run('cat', file)).toBe(content);
  });

  it('does not answer who is no operator, and says what is missing', async () => {
    for (const words of [['status'], ['settings', 'get'], ['check']]) {
      const { code, errors } = await program.cli('emil', words);
      expect({ words, code }).toEqual({ words, code: 31 });
      expect(errors).toContain('remote-service-operators');
    }
    const probe = await program.execAs('emil', 'ls', '/run/remote-service');
    expect(probe.code).not.toBe(0);
  });

  it('is started again by systemd when it is killed, and how it ended is kept', async () => {
    await killAndReturn();
    expect(await program.execAs('olga', 'cat', '/var/lib/remote-service/last-exit')).toMatchObject({
      text: 'signal killed KILL',
    });
  });

  it('tells the journal what is worth an alert, and at its end how its record of activities ends (T59)', async () => {
    const policy = '/etc/remote-service/policy.json';
    await program.run('sh', '-c', `echo '{}' >${policy} && chmod 666 ${policy}`);
    await vi.waitFor(async () => {
      expect((await journalOf('policy-ignored')).at(-1)).toMatchObject({
        ...{ PRIORITY: '4', SYSLOG_IDENTIFIER: 'remote-service', REMOTE_SERVICE_EVENT: 'policy-ignored' },
        ...{ REMOTE_SERVICE_CODE: expect.stringMatching(/^policy-/) as string, _UID: uid },
      });
    }, PATIENCE);
    await program.run('rm', policy);
    await program.run('systemctl', 'stop', 'remote-service');
    const last = (
      await program.run('tail', '-n', '1', '/var/lib/remote-service/state/audit/audit.jsonl')
    ).trim();
    const { number, hash } = JSON.parse(last) as { number: number; hash: string };
    expect((await journalOf('audit-head')).at(-1)).toMatchObject({
      ...{ REMOTE_SERVICE_RECORD: String(number), REMOTE_SERVICE_HASH: hash, _UID: uid },
    });
    await startAgain();
  });

  it('is controlled by the real adapter, as an operator and as somebody else', async () => {
    const child = '/opt/program/electron/platform/service-control/systemd-service-control-child.fixture.ts';
    const ask = async (account: string) => {
      const loader = ['--import', '/opt/program/node_modules/tsx/dist/loader.mjs'];
      const tsconfig = 'TSX_TSCONFIG_PATH=/opt/program/tsconfig.json';
      const words = ['env', tsconfig, 'TSX_DISABLE_CACHE=1', 'node', ...loader, child];
      const { text, errors } = await program.execAs(account, ...words);
      expect(errors).toBe('');
      return JSON.parse(text) as { checks: Record<string, string>; status: unknown; denied: unknown };
    };
    await program.run('systemctl', 'stop', 'remote-service');
    const { checks, status } = await ask('olga');
    expect(Object.keys(checks).length).toBeGreaterThan(3);
    expect(checks).toEqual(Object.fromEntries(Object.keys(checks).map((title) => [title, 'kept'])));
    expect(status).toMatchObject({
      mode: 'installed',
      state: 'stopped',
      account: 'remote-service',
      startType: 'automatic',
      since: expect.stringContaining('T') as unknown,
      lastExit: { meaning: 'clean' },
      permission: 'granted',
    });
    expect(await ask('emil')).toMatchObject({
      status: { state: 'stopped', permission: 'ask' },
      denied: 'elevation-needed',
    });
    await program.run('systemctl', 'start', 'remote-service');
    await answers();
  });

  it('is started, stopped and restarted by an operator without a password, and nothing else is', async () => {
    const ask = (account: string, verb: string, unit = 'remote-service.service') =>
      program.execAs(account, 'systemctl', '--no-ask-password', verb, unit);
    for (const verb of ['stop', 'start', 'restart']) {
      expect(await ask('olga', verb), verb).toMatchObject({ code: 0 });
      expect((await ask('emil', verb)).code, verb).not.toBe(0);
      expect((await ask('olga', verb, 'dbus.service')).code, verb).not.toBe(0);
    }
    expect((await ask('olga', 'mask')).code).not.toBe(0);
    await answers();
  });

  describe('from its page', () => {
    const child = '/opt/program/test/support/drivers/installed-app-child.ts';
    /** The app as this person would use it, on a display of its own. */
    const page = async (account: string, task: string) => {
      const loader = '--import /opt/program/node_modules/tsx/dist/loader.mjs';
      const command = `TSX_TSCONFIG_PATH=/opt/program/tsconfig.json TSX_DISABLE_CACHE=1 timeout 100 xvfb-run -a node ${loader} ${child} ${task} </dev/null`;
      const { text, errors, code } = await program.exec('runuser', '-l', account, '-c', command);
      expect(code, errors).toBe(0);
      return JSON.parse(text) as Record<string, unknown>;
    };

    it('is started, stopped and restarted by an operator, and what others do is seen within 2 s', async () => {
      await killAndReturn();
      const { follows, atFirst, card } = await page('olga', 'operator');
      // How the run ended that was killed, though the service runs again.
      expect(atFirst).toMatch(/Last exitForcibly stopped \(KILL\), \d/);
      for (const milliseconds of follows as number[]) expect(milliseconds).toBeLessThan(2000);
      expect(card).toContain('Accountremote-service');
      expect(card).toContain('Start typeAutomatic');
      expect(card).toContain('Installed on this computer');
      const activity = await program.run('cat', '/var/lib/remote-service/state/audit/audit.jsonl');
      for (const action of ['stop', 'start', 'restart']) expect(activity).toContain(`"action":"${action}"`);
    });

    it('says what is missing to who is no operator, and why the system will ask', async () => {
      await answers();
      const { overview, services, question } = await page('emil', 'outsider');
      expect(overview).toContain('remote-service-operators');
      expect(question).toContain('You need administrator rights to restart Print ORS Service');
      expect(services).toContain('nothing was changed');
      expect(services).toContain('remote-service-operators');
    });
  });
});
