import { describe, expect, it } from 'vitest';
import { defaultSettings, viewOf, type SettingsView } from '@shared/domain/settings/settings';
import { isSecretKey, SECRET_KEYS, SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import { changeSecret, changeSetting, readSetting, settingKeyOf } from './settings-keys';

const view: SettingsView = {
  ...viewOf(defaultSettings()),
  licenceServers: [
    {
      id: 'kept-id',
      name: 'Hall 1',
      kind: 'local',
      path: '/licences',
      fileName: 'prismadirect.lic',
      host: 'hall1',
      ports: '',
      hostId: '',
    },
  ],
};

const leaves = (node: object, prefix = ''): string[] =>
  Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const isSection =
      typeof value === 'object' && value !== null && !Array.isArray(value) && !('isSet' in value);
    return isSection ? leaves(value, `${prefix}${name}.`) : [prefix + name];
  });

describe('the settings keys', () => {
  it('name every setting, and no other', () => {
    expect([...SETTING_KEYS]).toEqual(leaves(view).filter((key) => key !== 'version'));
  });

  it('mark exactly the secrets as such', () => {
    const secrets = SETTING_KEYS.filter(
      (key) => typeof readSetting(view, key) === 'object' && isSecretKey(key),
    );
    expect(secrets).toEqual([...SECRET_KEYS]);
    for (const key of SECRET_KEYS) expect(readSetting(view, key)).toEqual({ isSet: false });
  });

  it.each(['', 'remoteService', '__proto__.enabled', 'remoteService.enabled.x', 'Language', 'version'])(
    'refuse %j',
    (text) => expect(() => settingKeyOf(text)).toThrow('setting-unknown'),
  );
});

describe('changing a setting', () => {
  it.each([
    ['remoteService.enabled', 'true', true],
    ['remoteService.serviceOrganisationId', 'true', 'true'],
    ['remoteService.serviceOrganisationId', '{"a":1}', '{"a":1}'],
    ['proxy.mode', 'manual', 'manual'],
    ['remoteAssistance.endsAfterHours', 'null', null],
    ['remoteAssistance.endsAfterHours', '24', 24],
    ['notices.days', '[30,7]', [30, 7]],
    ['certificates', '["PEM"]', ['PEM']],
    ['language', 'it', 'it'],
    ['language', 'null', null],
  ] as const)('%s takes %s', (key, text, value) => {
    const draft = changeSetting(view, key, text);
    expect(readSetting(draft as unknown as SettingsView, key)).toEqual(value);
  });

  it.each([
    ['remoteService.enabled', 'yes'],
    ['proxy.mode', 'system'],
    ['remoteAssistance.endsAfterHours', '0'],
    ['notices.days', '[400]'],
    ['certificates', 'PEM'],
    ['language', 'tlh'],
    ['licenceServers', '[{"name":"Hall 2"}]'],
    ['licenceServers', '[{"name":"Hall 2","kind":"local","colour":"red"}]'],
    ['licenceServers', '{'],
  ] as const)('%s refuses %s', (key, text) => {
    expect(() => changeSetting(view, key, text)).toThrow('setting-value-wrong');
  });

  it('takes no command for a licence server, and names the server; an empty one says nothing', () => {
    const withCommand = (rereadCommand: unknown) =>
      JSON.stringify([{ name: 'Hall 2', kind: 'local', path: '/l', rereadCommand }]);
    for (const command of [['/bin/sh', '-c', 'id'], ['/opt/flexlm/lmreread', '-c', '/l'], 'id', null]) {
      expect(() => changeSetting(view, 'licenceServers', withCommand(command))).toThrow(
        expect.objectContaining({ code: 'reread-command-in-settings', params: { name: 'Hall 2' } }) as Error,
      );
    }
    const [server] = changeSetting(view, 'licenceServers', withCommand([])).licenceServers;
    expect(server).not.toHaveProperty('rereadCommand');
  });

  it('fills in what a licence server leaves out and keeps ids by name', () => {
    const text = '[{"name":"hall 1","kind":"local","path":"/new"},{"name":"Hall 2","kind":"remote"}]';
    expect(changeSetting(view, 'licenceServers', text).licenceServers).toEqual([
      expect.objectContaining({ id: 'kept-id', path: '/new', fileName: 'prismadirect.lic', host: '' }),
      expect.objectContaining({ id: null, kind: 'remote', path: '' }),
    ]);
  });

  it('takes back what it gave, unchanged', () => {
    for (const key of SETTING_KEYS.filter((name) => !isSecretKey(name))) {
      const value = readSetting(view, key);
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      expect(readSetting(changeSetting(view, key, text) as unknown as SettingsView, key)).toEqual(value);
    }
  });

  it('puts a secret into its place only as a change', () => {
    const draft = changeSecret(view, 'remoteService.verificationCode', { action: 'set', value: '1234' });
    expect(draft.remoteService.verificationCode).toEqual({ action: 'set', value: '1234' });
    expect(() =>
      changeSecret(view, 'proxy.authentication.password', { action: 'set', value: 'x'.repeat(513) }),
    ).toThrow('setting-value-wrong');
    const asChange = '{"action":"set","value":"1234"}';
    expect(() => changeSetting(view, 'remoteService.verificationCode', asChange)).toThrow(
      'secret-from-stdin',
    );
  });
});
