import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { Status } from '@shared/domain/status/status';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { errorWords } from '@shared/i18n/error-words';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { createTranslator } from '@shared/i18n/translator';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

const en = createTranslator('en-GB', messages);
let parent: string;
let home: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  // Outside Electron its package answers with a path; without this it would download the program.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
  // A keychain of the machine that runs the tests stays untouched.
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  parent = mkdtempSync(path.join(tmpdir(), 'command-'));
  home = path.join(parent, 'home');
  world = createCommandTestEnvironment(home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true, force: true });
});

const json = async (...argv: string[]) => {
  const { out, ...rest } = await world.run(...argv, '--json');
  return { ...rest, value: JSON.parse(out) as unknown };
};

const runningStatus = (change: Partial<Status>): Status => ({
  ...stoppedStatus(viewOf(defaultSettings()), { version: '1.0.0', mode: 'embedded', isStarting: false }, 0),
  service: { state: 'running', version: '1.0.0', account: 'print', mode: 'embedded', keychain: 'os' },
  ...change,
});
const connection = (state: Status['connection']['state']): Status['connection'] => ({
  state,
  reason: state === 'failed' ? 'verification-code-wrong' : null,
  since: '2026-11-02T00:00:00Z',
  nextTry: null,
  missing: state === 'not-configured' ? ['verification-code'] : [],
});
const serveStatus = (change: Partial<Status>) => {
  const answer = {
    ok: true,
    value: { epoch: 'e', rev: 1, status: Status.parse(runningStatus(change)) },
  } as const;
  world.service = { status: { read: () => Promise.resolve(answer) } };
};
const licence: Status['licence'] = {
  serialNumber: 'PD-1',
  sequence: 7,
  expiresOn: '2027-01-31',
  maintenanceUntil: '2026-12-31',
  users: 25,
  features: [{ id: 'f', name: 'Colour \u001b[31m', quantity: 2, expiresOn: null }],
  customer: null,
};

describe('status', () => {
  it.each([
    ['connected', 0],
    ['disabled', 0],
    ['not-configured', 0],
    ['connecting', 21],
    ['failed', 21],
  ] as const)('%s ends with %i', async (state, exitCode) => {
    serveStatus({ connection: connection(state) });
    const answer = await json('status');
    expect(answer).toMatchObject({ exitCode, value: { connection: { state } } });
    expect(answer.err === '').toBe(exitCode === 0);
  });

  it('without the service shows the licence servers of the settings and ends with 20', async () => {
    const servers = '[{"name":"Hall 1","kind":"local","path":"/licences"}]';
    expect((await world.run('settings', 'set', 'licenceServers', servers)).exitCode).toBe(0);
    expect(await json('status')).toMatchObject({
      exitCode: 20,
      value: {
        connection: { state: 'service-stopped' },
        licenceServers: [{ name: 'Hall 1', kind: 'local', path: '/licences', state: 'unknown' }],
        service: { state: 'stopped' },
      },
      err: 'Print ORS Service is not running. Start Print ORS Service.\n',
    });
  });

  it('is written for a person, in the language of the settings, and steers no terminal', async () => {
    serveStatus({ connection: connection('connected'), licence });
    const { out } = await world.run('status');
    expect(out).toMatch(/^Connection +Connected since 2 Nov 2026/);
    expect(out).toMatch(/^Users +25$/m);
    expect(out).toContain('Colour \uFFFD[31m (2)');
    await world.run('settings', 'set', 'language', 'it');
    expect((await world.run('status')).out).toMatch(/^Connessione +Connesso dal/);
  });

  it('says of a licence server that fails and of a refused licence why, and what to do', async () => {
    const at = '2026-11-02T10:00:00Z';
    serveStatus({
      connection: connection('connected'),
      refusedLicence: { code: 'flexnet-date-invalid', at, sequence: 4, line: 7, word: '31-feb-2027' },
      licenceServers: [
        {
          ...{ id: 'a', name: 'Hall 1', kind: 'local', path: '/a', state: 'failing', sequence: null },
          ...{ reason: 'path-missing', since: at, nextTry: null, tries: 1, installed: null },
          ...{ hostId: null, fitsHost: null, waiting: null, flaw: null },
          serving: { state: 'not-asked', host: null, port: null, vendorPort: null, at: null },
        },
      ],
    });
    const { out } = await world.run('status');
    for (const code of ['path-missing', 'flexnet-date-invalid'] as const) {
      const { sentence, nextStep } = errorWords(code, en, { line: 7, word: '31-feb-2027' });
      expect(out).toContain(sentence);
      expect(out).toContain(nextStep);
    }
  });

  it('warns of a clock that looks wrong, and ends with done all the same', async () => {
    const clock = {
      isSuspect: true,
      floor: '2026-11-02T10:00:00Z',
      source: 'index' as const,
      doubted: null,
      differenceSeconds: null,
    };
    serveStatus({ connection: connection('connected'), clock });
    const { out, exitCode } = await world.run('status');
    expect(out).toContain('the time is 2 Nov 2026, 10:00');
    expect(exitCode).toBe(0);
  });

  it('tells of a settings file that cannot be read, without touching it', async () => {
    await world.run('settings', 'set', 'language', 'it');
    writeFileSync(path.join(home, 'settings.json'), '{');
    expect(await json('status')).toMatchObject({ value: { notices: [{ code: 'settings-broken' }] } });
    expect(readFileSync(path.join(home, 'settings.json'), 'utf8')).toBe('{');
  });
});

describe('settings', () => {
  it('get gives the defaults and makes no folder', async () => {
    expect(await json('settings', 'get')).toMatchObject({ exitCode: 0, value: viewOf(defaultSettings()) });
    expect(await world.run('settings', 'get', 'notices.days')).toMatchObject({ out: '[60,30,14,7,3,1,0]\n' });
    expect(readdirSync(parent)).toEqual([]);
  });

  it('set changes one key and says what it will cause', async () => {
    expect(await json('settings', 'set', 'remoteService.enabled', 'true')).toEqual({
      exitCode: 0,
      err: '',
      value: { saved: true, key: 'remoteService.enabled', value: true, consequences: ['connects'] },
    });
    expect(await json('settings', 'get', 'remoteService.enabled')).toMatchObject({ value: true });
  });

  it('set keeps the id of a licence server that is only changed', async () => {
    const ids = async () => {
      const { value } = await json('settings', 'get', 'licenceServers');
      return (value as { id: string }[]).map(({ id }) => id);
    };
    await world.run('settings', 'set', 'licenceServers', '[{"name":"Hall 1","kind":"local","path":"/a"}]');
    const before = await ids();
    const both =
      '[{"name":"Hall 2","kind":"local","path":"/b"},{"name":"Hall 1","kind":"local","path":"/c"}]';
    await world.run('settings', 'set', 'licenceServers', both);
    expect((await ids())[1]).toBe(before[0]);
  });

  it('set takes a secret from the standard input only, and nobody gives it back', async () => {
    const key = 'remoteService.verificationCode';
    const refused = await json('settings', 'set', key, 'CANARY-1234');
    expect(refused).toMatchObject({ exitCode: 2, value: { error: { code: 'secret-from-stdin' } } });
    world.stdin = 'CANARY-1234\n';
    const saved = await json('settings', 'set', key, '-');
    expect(saved).toMatchObject({ exitCode: 0, value: { value: { isSet: true } } });
    expect(await world.run('settings', 'get', key)).toMatchObject({ out: 'set\n' });
    expect(JSON.stringify([refused, saved, await world.run('settings', 'get')])).not.toContain('CANARY');
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(1);
    for (const file of files)
      expect(readFileSync(path.join(file.parentPath, file.name), 'latin1')).not.toContain('CANARY');
    expect(await json('settings', 'set', key, 'null')).toMatchObject({ value: { value: { isSet: false } } });
  });

  it.each([
    [['settings', 'get', 'colour'], 'setting-unknown'],
    [['settings', 'set', 'remoteService.enabled', 'yes'], 'setting-value-wrong'],
    [['settings', 'set', 'proxy.mode', 'manual'], 'proxy-url-required'],
    [['settings', 'set', 'remoteService.verificationCode', '-'], 'setting-required'],
    [['settings', 'sat'], 'command-unknown'],
    [['settings', 'set'], 'usage-wrong'],
  ])('%j ends with 2 (%s)', async (argv, code) => {
    const { exitCode, err, value } = await json(...argv);
    expect({ exitCode, value }).toMatchObject({ exitCode: 2, value: { error: { code } } });
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('set has the service read them at once, and does without it', async () => {
    const reload = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const));
    world.service = { settings: { reload } };
    await world.run('settings', 'set', 'updates.download', 'false');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('set refuses a data folder that others may write to', async () => {
    await world.run('settings', 'set', 'updates.download', 'false');
    chmodSync(path.join(home, 'run'), 0o777);
    expect(await json('settings', 'set', 'updates.download', 'true')).toMatchObject({
      exitCode: 1,
      value: { error: { code: 'data-folder-unsafe' } },
    });
  });
});

describe('licence', () => {
  const file = () => {
    const name = path.join(parent, 'licence.jws');
    writeFileSync(name, 'a.b.c\n');
    return name;
  };
  const installing = (outcome: 'ok' | 'replayed') => {
    const install = vi.fn(() => Promise.resolve({ ok: true, value: { outcome, sequence: 7 } } as const));
    world.service = { licence: { install } };
    return install;
  };

  it('show gives the licence in force, or ends with 11', async () => {
    serveStatus({ licence });
    expect(await json('licence', 'show')).toMatchObject({ exitCode: 0, value: { licence: { users: 25 } } });
    const since = '2026-11-02T10:00:00Z';
    const expired = { code: 'licence-expired' as const, params: { day: '2026-10-31' }, since };
    serveStatus({ licence, notices: [expired] });
    expect(await json('licence', 'show')).toMatchObject({ exitCode: 12, value: { licence: { users: 25 } } });
    serveStatus({ licence: null });
    expect(await json('licence', 'show')).toMatchObject({ exitCode: 11, value: { licence: null } });
    world.service = null;
    expect(await json('licence', 'show')).toMatchObject({ exitCode: 20 });
  });

  it('install hands the package over as it is', async () => {
    const install = installing('ok');
    expect(await json('licence', 'install', file())).toMatchObject({ exitCode: 0, value: { outcome: 'ok' } });
    expect(install).toHaveBeenCalledWith({ package: 'a.b.c\n' });
  });

  it('install ends with 12 when it is refused, 20 without the service', async () => {
    installing('replayed');
    expect(await json('licence', 'install', file())).toMatchObject({
      exitCode: 12,
      value: { outcome: 'replayed' },
    });
    world.service = null;
    expect(await json('licence', 'install', file())).toMatchObject({ exitCode: 20 });
  });

  it('install names the line of the file inside that no licence server can use', async () => {
    const value = { outcome: 'flexnet-date-invalid', sequence: null, line: 7, word: '31-feb-2027' } as const;
    world.service = { licence: { install: () => Promise.resolve({ ok: true, value } as const) } };
    expect(await json('licence', 'install', file())).toMatchObject({ exitCode: 12, value });
    const { err } = await world.run('licence', 'install', file());
    expect(err).toContain('Line 7');
    expect(err).toContain('31-feb-2027');
  });

  it('install sends nothing that cannot be a package', async () => {
    const install = installing('ok');
    const name = path.join(parent, 'other');
    writeFileSync(name, Buffer.from([0x61, 0xff]));
    expect(await json('licence', 'install', name)).toMatchObject({
      exitCode: 12,
      value: { outcome: 'malformed' },
    });
    writeFileSync(name, 'a'.repeat(70_000));
    expect(await json('licence', 'install', name)).toMatchObject({
      exitCode: 12,
      value: { outcome: 'too-large' },
    });
    expect(install).not.toHaveBeenCalled();
  });

  it('ends with 31 where the account is not allowed', async () => {
    const answer = { ok: false, error: { code: 'not-allowed', params: {}, ref: 'r' } } as const;
    world.service = { licence: { install: () => Promise.resolve(answer) } };
    expect(await json('licence', 'install', file())).toMatchObject({ exitCode: 31 });
  });
});

describe('the command line', () => {
  it.each([
    ['a full disk', 'ENOSPC', /^The output of the command could not be written\. .+\n$/],
    ['a reader that has gone away, without a word', 'EPIPE', /^$/],
  ])('ends with 1 for %s', async (_what, code, words) => {
    serveStatus({ connection: connection('connected') });
    world.outputFailure = Object.assign(new Error(code), { code });
    for (const command of [['status'], ['status', '--json'], ['settings', 'export', '-'], ['--version']]) {
      const { exitCode, err } = await world.run(...command);
      expect([exitCode, words.test(err)]).toEqual([1, true]);
    }
    world.outputFailure = null;
  });

  it('explains itself in both languages and says its version', async () => {
    const { out, exitCode } = await world.run('--help');
    expect(exitCode).toBe(0);
    for (const words of ['settings set KEY VALUE', 'licence verify FILE', '--context FILE', '20'])
      expect(out).toContain(words);
    world.environment = { LC_ALL: 'it_IT.UTF-8', LANG: 'en_GB.UTF-8' };
    expect((await world.run('--help')).out).toMatch(/^Uso: /);
    expect(await world.run('--version')).toEqual({ exitCode: 0, out: '1.0.0\n', err: '' });
  });

  it('answers any words with a code, and with JSON when asked', { timeout: 30_000 }, async () => {
    const word = fc.oneof(
      fc.constantFrom('status', 'settings', 'get', 'licence', 'show', '-', '--', '--version'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 4 }), async (words) => {
        const { exitCode, out } = await world.run('--json', ...words);
        expect([0, 1, 2, 20]).toContain(exitCode);
        expect(typeof JSON.parse(out)).toBe('object');
        expect(out).not.toMatch(/[\u007f-\u009f]/);
      }),
      { numRuns: 50 },
    );
  });
});
