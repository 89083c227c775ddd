import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { CONTROL_IDS, placeOf } from '@shared/domain/settings/control-numbers';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { LOCALES } from '@shared/domain/settings/locales';
import { loadLanguage } from '@shared/i18n/translator';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

let parent: string;
let home: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  parent = mkdtempSync(path.join(tmpdir(), 'transfer-'));
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
const fileWith = (content: unknown) => {
  const file = path.join(parent, 'import.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const documentWith = (settings: unknown) => ({ format: 'remote-service-settings', version: 1, settings });
const settingsBytes = () => readFileSync(path.join(home, 'settings.json'), 'utf8');

describe('settings export', () => {
  it('leaves secrets out and names them, and the file brings everything else to another installation', async () => {
    world.stdin = 'CANARY-77';
    await world.run('settings', 'set', 'remoteService.verificationCode', '-');
    await world.run('settings', 'set', 'remoteService.serviceOrganisationId', 'ORG-1');
    await world.run('settings', 'set', 'licenceServers', '[{"name":"Hall","kind":"local","path":"/l"}]');
    const file = path.join(parent, 'export.json');
    const { exitCode, err } = await world.run('settings', 'export', file);
    expect(exitCode).toBe(0);
    expect(err).toContain('remoteService.verificationCode');
    expect(readFileSync(file, 'utf8')).not.toContain('CANARY');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      secretsLeftOut: ['remoteService.verificationCode'],
    });
    expect(statSync(file).mode & 0o077).toBe(0);

    const other = createCommandTestEnvironment(path.join(parent, 'other'));
    expect((await other.run('settings', 'import', file)).exitCode).toBe(0);
    const { out } = await other.run('settings', 'get', '--json');
    expect(JSON.parse(out)).toMatchObject({
      remoteService: { serviceOrganisationId: 'ORG-1', verificationCode: { isSet: false } },
      licenceServers: [{ name: 'Hall', path: '/l' }],
    });
  });

  it('without a file goes to the standard output, ready for import from the standard input', async () => {
    await world.run('settings', 'set', 'updates.download', 'false');
    const { out } = await world.run('settings', 'export');
    const before = readdirSync('.');
    expect((await world.run('settings', 'export', '-')).out).toBe(out);
    expect((await json('settings', 'export', '-')).value).toEqual(JSON.parse(out));
    expect(readdirSync('.')).toEqual(before);
    world.stdin = out;
    await world.run('settings', 'set', 'updates.download', 'true');
    expect(await json('settings', 'import', '-')).toMatchObject({
      exitCode: 0,
      value: { saved: true, changes: [{ key: 'updates.download', before: true, after: false }] },
    });
  });

  it('says so where it cannot write', async () => {
    expect(await json('settings', 'export', path.join(parent, 'none', 'x.json'))).toMatchObject({
      exitCode: 1,
      value: { error: { code: 'file-not-saved' } },
    });
  });
});

describe('settings import', () => {
  it('shows the difference and what it causes, and with --dry-run saves nothing', async () => {
    const file = fileWith(documentWith({ remoteService: { enabled: true }, language: 'it' }));
    const shown = await world.run('settings', 'import', file, '--dry-run');
    expect(shown.out).toContain('remoteService.enabled: false -> true');
    expect(shown.out).toContain('Nothing was saved.');
    expect(await json('settings', 'get')).toMatchObject({ value: viewOf(defaultSettings()) });
    expect(await json('settings', 'import', file)).toMatchObject({
      exitCode: 0,
      value: { saved: true, consequences: ['connects'] },
    });
    expect(await json('settings', 'get', 'remoteService.enabled')).toMatchObject({ value: true });
  });

  it('with --check ends with 10 where it would change something, and with 0 where not; saves nothing', async () => {
    const file = fileWith(documentWith({ language: 'it' }));
    await world.run('settings', 'set', 'language', 'de');
    const before = settingsBytes();
    expect(await json('settings', 'import', file, '--check')).toMatchObject({
      exitCode: 10,
      value: { saved: false, changes: [{ key: 'language', before: 'de', after: 'it' }] },
    });
    expect(settingsBytes()).toBe(before);
    await world.run('settings', 'import', file);
    expect(await json('settings', 'import', file, '--check')).toMatchObject({
      exitCode: 0,
      value: { saved: false, changes: [] },
    });
  });

  it('applies nothing where any of it cannot be', async () => {
    await world.run('settings', 'set', 'language', 'it');
    const before = settingsBytes();
    const file = fileWith(documentWith({ updates: { download: false }, proxy: { mode: 'manual' } }));
    expect(await json('settings', 'import', file)).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'proxy-url-required', path: 'proxy.url' } },
    });
    expect(settingsBytes()).toBe(before);
  });

  it.each([
    ['', 'settings-document-unusable'],
    [
      '{"format":"remote-service-settings","version":1,"settings":{},"settings":{}}',
      'settings-document-unusable',
    ],
    [{ settings: {} }, 'settings-document-unusable'],
    [documentWith({ remoteService: 5 }), 'settings-document-unusable'],
    [documentWith({ colour: 'red' }), 'setting-unknown'],
    ['{"format":"remote-service-settings","version":1,"settings":{"__proto__":{"a":1}}}', 'setting-unknown'],
    [documentWith({ remoteService: { verificationCode: 'CANARY' } }), 'secret-from-stdin'],
    [documentWith({ remoteAssistance: { endsAfterHours: 500 } }), 'setting-value-wrong'],
    [documentWith({ licenceServers: [{ name: 'x' }] }), 'setting-value-wrong'],
  ])('%j is refused (%s)', async (content, code) => {
    const answer = await json('settings', 'import', fileWith(content));
    expect(answer).toMatchObject({ exitCode: 2, value: { error: { code } } });
    expect(JSON.stringify(answer)).not.toContain('CANARY');
  });

  it('that names a command is refused by the name of its licence server, and changes nothing', async () => {
    const row = { name: 'Hall 9', kind: 'local', path: '/l', rereadCommand: ['/bin/sh', '-c', 'id'] };
    await world.run('settings', 'set', 'language', 'en-GB');
    const before = settingsBytes();
    const file = fileWith(documentWith({ language: 'it', licenceServers: [row] }));
    expect(await json('settings', 'import', file)).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'reread-command-in-settings' } },
    });
    expect((await world.run('settings', 'import', file)).err).toContain('Hall 9');
    expect(settingsBytes()).toBe(before);
  });

  it('of junk changes nothing and says so in a sentence', { timeout: 30_000 }, async () => {
    await world.run('settings', 'set', 'language', 'en-GB');
    const before = settingsBytes();
    const junk = fc.oneof(fc.string(), fc.json(), fc.object().map(documentWith));
    await fc.assert(
      fc.asyncProperty(junk, async (content) => {
        const { exitCode, err } = await world.run('settings', 'import', fileWith(content));
        fc.pre(exitCode !== 0);
        expect(exitCode).toBe(2);
        expect(err.trim().split('\n')).toHaveLength(1);
        expect(err).not.toMatch(/\bat .*:\d+/);
        expect(settingsBytes()).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a file that is there already', () => {
  it.each([[['settings', 'export']], [['report']]])(
    'is kept by %j unless --force is given',
    async (words) => {
      const file = path.join(parent, 'there.json');
      writeFileSync(file, 'theirs');
      expect(await json(...words, file)).toMatchObject({
        exitCode: 1,
        value: { error: { code: 'file-exists' } },
      });
      expect(readFileSync(file, 'utf8')).toBe('theirs');
      expect((await world.run(...words, file, '--force')).exitCode).toBe(0);
      expect(readFileSync(file, 'utf8')).not.toBe('theirs');
      expect(statSync(file).mode & 0o077).toBe(0);
    },
  );
});

describe('settings --numbered', () => {
  it('gives every control its number and its label of the page', async () => {
    const { out } = await world.run('settings', '--numbered');
    expect(out).toMatch(/^ {2}1 {2}Enabled +false$/m);
    expect(out).toMatch(/^ 14 {2}Check connection$/m);
    expect(out).toContain('Remote Service > Remote assistance\n 16  Allow remote assistance');
    expect(out).toMatch(/^Every page\n[^]* 80 {2}Overview$/m);
    expect((await world.run('settings')).out).not.toContain('Check connection');
    world.environment = { LANG: 'it_IT.UTF-8' };
    expect((await world.run('settings', '--numbered')).out).toMatch(
      /^ {2}3 {2}Codice di verifica +non impostato$/m,
    );
  });

  it('has no number twice and a label for each in every language', async () => {
    const numbers = CONTROL_IDS.map((id) => placeOf(id).number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const locale of LOCALES) {
      const { translate } = await loadLanguage(locale);
      for (const key of Object.values(CONTROL_LABELS)) expect(translate(key)).not.toBe(key);
    }
  });
});

describe('report', () => {
  it('is written without a running service, and has no secret in it', async () => {
    world.stdin = 'CANARY-77';
    await world.run('settings', 'set', 'remoteService.verificationCode', '-');
    const file = path.join(parent, 'report.json');
    expect(await json('report', file)).toMatchObject({ exitCode: 0, value: { file } });
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'remote-service-report',
      status: { connection: { state: 'service-stopped' } },
      leftOut: ['remoteService.verificationCode'],
    });
    expect(text).not.toContain('CANARY');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await json('report', '-')).toMatchObject({ value: { format: 'remote-service-report' } });
    expect(await json('report', path.join(parent, 'none', 'x'))).toMatchObject({
      exitCode: 1,
      value: { error: { code: 'file-not-saved' } },
    });
  });
});
