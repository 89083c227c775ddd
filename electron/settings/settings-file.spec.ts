import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, SETTINGS_VERSION } from '@shared/domain/settings/settings';
import { keepAside, readSettings } from './settings-file';
import { settingsNotices } from './settings-notices';

let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'settings-'));
  file = path.join(home, 'settings.json');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const now = Date.parse('2026-11-02T00:00:00Z');
const broken = { code: 'settings-broken', fileName: 'settings.json' };

describe('a file of an earlier version with a command', () => {
  it('is read without it, and the notice names the licence server until it is saved again', async () => {
    const server = (name: string, rereadCommand: unknown) => ({
      name,
      kind: 'local',
      path: '/l',
      rereadCommand,
    });
    const licenceServers = [server('Hall 1', ['/bin/sh', '-c', 'id']), server('Hall 2', [])];
    writeFileSync(path.join(home, 'settings.json'), JSON.stringify({ version: 1, licenceServers }));
    const reading = await readSettings(home);
    expect(reading.keptAside).toBeNull();
    expect(JSON.stringify(reading.settings)).not.toContain('rereadCommand');
    expect(reading.ignoredCommands).toEqual(['Hall 1']);
    expect(settingsNotices(reading, '2026-01-01T00:00:00Z')).toEqual([
      { code: 'reread-command-in-settings', params: { name: 'Hall 1' }, since: '2026-01-01T00:00:00Z' },
    ]);
    writeFileSync(path.join(home, 'settings.json'), JSON.stringify(reading.own));
    expect((await readSettings(home)).ignoredCommands).toEqual([]);
  });
});

describe('reading the settings file', () => {
  it('gives the defaults without a file', async () => {
    expect(await readSettings(home)).toEqual({
      settings: defaultSettings(),
      own: defaultSettings(),
      policy: null,
      revision: 'none',
      keptAside: null,
      ignoredCommands: [],
      rereadCommands: {},
    });
  });

  it('fills in what a hand-made file leaves out, also the ids', async () => {
    const servers = [
      { name: 'Hall 1', kind: 'local', path: '/licences' },
      { name: 'Hall 2', kind: 'remote' },
    ];
    writeFileSync(
      file,
      `\uFEFF${JSON.stringify({ remoteService: { enabled: true }, licenceServers: servers })}`,
    );
    const first = await readSettings(home);
    expect(first.settings.licenceServers).toMatchObject([
      { name: 'Hall 1', fileName: 'prismadirect.lic' },
      { name: 'Hall 2', path: '' },
    ]);
    expect(first.settings.remoteService).toMatchObject({ enabled: true, serviceOrganisationId: '' });
    expect(first.revision).toMatch(/^[0-9a-f]{32}$/);
    expect(await readSettings(home)).toEqual(first);
    expect(new Set(first.settings.licenceServers.map((server) => server.id)).size).toBe(2);
  });

  it.each([
    ['no JSON', '{"remoteService":'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['nothing', ''],
    ['an unknown key', '{"remoteservice":{}}'],
    ['a prototype key', '{"__proto__":{"enabled":true}}'],
    ['a prototype key inside', '{"remoteService":{"__proto__":{"enabled":true}}}'],
    ['a wrong type', '{"remoteService":{"enabled":"yes"}}'],
    ['a secret in clear', '{"remoteService":{"verificationCode":"1234"}}'],
    ['a list', '[]'],
    ['too much', ' '.repeat(4 * 1024 * 1024 + 1)],
  ])('reports a file with %s and keeps the defaults in force', async (_, content) => {
    writeFileSync(file, content);
    expect(await readSettings(home)).toMatchObject({ settings: defaultSettings(), keptAside: broken });
    expect(({} as { enabled?: boolean }).enabled).toBeUndefined();
    expect(readdirSync(home)).toEqual(['settings.json']);
  });

  it('reports a file of a newer version as such', async () => {
    writeFileSync(file, `{"version":${SETTINGS_VERSION + 1},"remoteService":{"mode":"on"}}`);
    expect((await readSettings(home)).keptAside).toEqual({
      code: 'settings-newer',
      fileName: 'settings.json',
    });
  });

  it('follows no link and takes no folder', async () => {
    writeFileSync(path.join(home, 'other'), '{}');
    symlinkSync(path.join(home, 'other'), file);
    expect((await readSettings(home)).keptAside).toEqual(broken);
    rmSync(file);
    mkdirSync(file);
    expect((await readSettings(home)).keptAside).toEqual(broken);
  });
});

describe('keeping a file aside', () => {
  it('keeps every byte under a name of its own and goes on saying so', async () => {
    const content = Buffer.from([0x7b, 0xff, 0x00, 0x0a]);
    const names = [];
    for (let time = 1; time <= 3; time += 1) {
      writeFileSync(file, content);
      const reading = await keepAside(home, await readSettings(home), now);
      expect(reading).toMatchObject({ revision: 'none', keptAside: { code: 'settings-broken' } });
      names.push(reading.keptAside?.fileName);
    }
    expect(names[0]).toBe('settings.broken-20261102T000000000Z.json');
    expect(readdirSync(home).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(path.join(home, name ?? ''))).toEqual(content);
    expect((await readSettings(home)).keptAside?.fileName).toBe(names[2]);
    writeFileSync(file, '{}');
    expect((await readSettings(home)).keptAside).toBeNull();
  });

  it('names a newer file as newer', async () => {
    writeFileSync(file, '{"version":99}');
    const reading = await keepAside(home, await readSettings(home), now);
    expect(reading.keptAside).toEqual({
      code: 'settings-newer',
      fileName: 'settings.newer-20261102T000000000Z.json',
    });
  });

  it('leaves a good file alone', async () => {
    writeFileSync(file, '{}');
    chmodSync(file, 0o600);
    const reading = await readSettings(home);
    expect(await keepAside(home, reading, now)).toBe(reading);
  });
});
