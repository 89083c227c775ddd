import { describe, expect, it } from 'vitest';
import { defaultSettings, draftOf, viewOf, type LicenceServerDraft, type SettingsDraft } from './settings';
import type { PathStyle } from './licence-path';
import { checkDraft } from './settings-check';

const server = (over: Partial<LicenceServerDraft> = {}): LicenceServerDraft => ({
  id: 'main',
  name: 'Main server',
  kind: 'local',
  path: '/srv/licences',
  fileName: 'prismadirect.lic',
  host: '',
  ports: '',
  hostId: '',
  ...over,
});
const saved = viewOf(defaultSettings());
const draft = draftOf(saved);
type Login = SettingsDraft['proxy']['authentication'];
const WHOLE_LOGIN: Partial<Login> = { userName: 'jdoe', password: { action: 'set', value: 'x' } };
const withLogin = (login: Partial<Login>): SettingsDraft => {
  const authentication = { ...draft.proxy.authentication, enabled: true, ...login };
  return { ...draft, proxy: { mode: 'manual', url: 'proxy.example:3128', scriptUrl: '', authentication } };
};
const withServer = (over: Partial<LicenceServerDraft>): SettingsDraft => ({
  ...draft,
  licenceServers: [server(over)],
});
const enabled = {
  ...saved,
  remoteService: { ...saved.remoteService, enabled: true, serviceOrganisationId: 'SO-1' },
};

const problemsOf = (changed: SettingsDraft, style: PathStyle = 'posix') =>
  checkDraft(changed, saved, style).problems.map(({ path, code }) => `${path} ${code}`);

describe('what keeps a draft from being saved', () => {
  it('is nothing for the defaults', () => expect(problemsOf(draft)).toEqual([]));

  it.each<[string, SettingsDraft, string[]]>([
    [
      'a missing proxy address',
      { ...draft, proxy: { ...draft.proxy, mode: 'manual' } },
      ['proxy.url proxy-url-required'],
    ],
    [
      'a wrong port and machine of a licence server',
      withServer({ host: 'http://x', ports: '99999' }),
      ['licenceServers.0.host licence-host-invalid', 'licenceServers.0.ports licence-ports-invalid'],
    ],
    [
      'nothing of a licence server with all that it may have',
      withServer({ host: ' licences.example ', ports: '27000-27003', hostId: '0A1B' }),
      [],
    ],
    [
      'a wrong proxy address',
      { ...draft, proxy: { ...draft.proxy, mode: 'manual', url: 'ftp://x' } },
      ['proxy.url proxy-url-invalid'],
    ],
    [
      'a wrong proxy address that is not in use either',
      { ...draft, proxy: { ...draft.proxy, url: 'x' } },
      ['proxy.url proxy-url-invalid'],
    ],
    [
      'a proxy login without a name and without a password',
      withLogin({ userName: ' ' }),
      [
        'proxy.authentication.userName proxy-user-name-required',
        'proxy.authentication.password proxy-password-required',
      ],
    ],
    [
      'a proxy login whose password is taken away',
      withLogin({ userName: 'jdoe', password: { action: 'clear' } }),
      ['proxy.authentication.password proxy-password-required'],
    ],
    [
      'a proxy user name with a line break',
      withLogin({ userName: 'j\ndoe', password: { action: 'set', value: 'x' } }),
      ['proxy.authentication.userName setting-characters'],
    ],
    ['nothing in a proxy login that is whole', withLogin(WHOLE_LOGIN), []],
    [
      'detected proxy settings with remote assistance',
      {
        ...draft,
        proxy: { ...draft.proxy, mode: 'detect' },
        remoteAssistance: { ...draft.remoteAssistance, allowed: true },
      },
      ['proxy.mode proxy-detect-with-assistance'],
    ],
    [
      'a proxy login that is not whole, also with detected proxy settings',
      { ...withLogin({}), proxy: { ...withLogin({}).proxy, mode: 'detect' } },
      [
        'proxy.authentication.userName proxy-user-name-required',
        'proxy.authentication.password proxy-password-required',
      ],
    ],
    [
      'a proxy script without its address',
      { ...draft, proxy: { ...draft.proxy, mode: 'script' } },
      ['proxy.scriptUrl proxy-script-required'],
    ],
    [
      'a wrong address of a proxy script, also one that is not in use',
      { ...draft, proxy: { ...draft.proxy, scriptUrl: 'file:///proxy.pac' } },
      ['proxy.scriptUrl proxy-script-invalid'],
    ],
    [
      'a proxy script with remote assistance',
      {
        ...draft,
        proxy: { ...draft.proxy, mode: 'script', scriptUrl: 'http://p/p.pac' },
        remoteAssistance: { ...draft.remoteAssistance, allowed: true },
      },
      ['proxy.mode proxy-detect-with-assistance'],
    ],
    [
      'nothing without a proxy server, whatever login is left',
      { ...withLogin({}), proxy: { ...withLogin({}).proxy, mode: 'none' } },
      [],
    ],
    [
      'an organisation ID with a line break',
      { ...draft, remoteService: { ...draft.remoteService, serviceOrganisationId: 'SO\n1' } },
      ['remoteService.serviceOrganisationId setting-characters'],
    ],
    [
      'an organisation ID that is too long',
      { ...draft, remoteService: { ...draft.remoteService, serviceOrganisationId: 'x'.repeat(65) } },
      ['remoteService.serviceOrganisationId setting-too-long'],
    ],
    [
      'a licence server without name and path',
      { ...draft, licenceServers: [server({ name: ' ', path: '' })] },
      ['licenceServers.0.name setting-required', 'licenceServers.0.path licence-path-required'],
    ],
    [
      'a relative licence path',
      { ...draft, licenceServers: [server({ path: 'licences' })] },
      ['licenceServers.0.path licence-path-not-absolute'],
    ],
    ['nothing in a remote server that is updated by hand', withServer({ kind: 'remote', path: '' }), []],
    ['nothing in a remote server with a mounted share', withServer({ kind: 'remote', path: '/mnt/nas' }), []],
    [
      'a mapped drive',
      withServer({ kind: 'remote', path: 'Z:\\licences' }),
      ['licenceServers.0.path licence-path-mapped-drive'],
    ],
    [
      'a share as a local folder',
      withServer({ path: '\\\\nas\\licences' }),
      ['licenceServers.0.path licence-path-not-local'],
    ],
    [
      'a file name that leaves the folder',
      { ...draft, licenceServers: [server({ fileName: '../x.lic' })] },
      ['licenceServers.0.fileName licence-file-name-invalid'],
    ],
    [
      'two servers of one name and folder',
      {
        ...draft,
        licenceServers: [server(), server({ id: null, name: 'main SERVER', path: '/srv/licences/' })],
      },
      ['licenceServers.1.name licence-server-name-taken', 'licenceServers.1.path licence-server-path-taken'],
    ],
  ])('is %s', (_name, changed, expected) => expect(problemsOf(changed)).toEqual(expected));

  it('reads paths in the style of the machine', () => {
    const windows = { ...draft, licenceServers: [server({ path: 'C:\\Licences' })] };
    expect(problemsOf(windows, 'windows')).toEqual([]);
    expect(problemsOf(windows, 'posix')).toEqual(['licenceServers.0.path licence-path-not-absolute']);
  });
});

describe('what saving will cause', () => {
  const consequences = (changed: SettingsDraft, from = saved) =>
    checkDraft(changed, from, 'posix').consequences;

  it('is nothing for an unchanged draft', () => {
    expect(checkDraft(draft, saved, 'posix')).toEqual({ problems: [], consequences: [], isChanged: false });
  });

  it('names connecting and disconnecting', () => {
    expect(consequences({ ...draft, remoteService: { ...draft.remoteService, enabled: true } })).toEqual([
      'connects',
    ]);
    const off = draftOf(enabled);
    expect(
      consequences({ ...off, remoteService: { ...off.remoteService, enabled: false } }, enabled),
    ).toEqual(['disconnects']);
  });

  it('names a new registration rather than a mere reconnection', () => {
    const changed = draftOf(enabled);
    changed.proxy = { ...changed.proxy, mode: 'manual', url: 'proxy:8080' };
    expect(consequences(changed, enabled)).toEqual(['reconnects']);
    changed.remoteService.verificationCode = { action: 'set', value: 'new' };
    expect(consequences(changed, enabled)).toEqual(['registers-again']);
  });

  it('names a licence server that goes away', () => {
    const from = { ...saved, licenceServers: [{ ...server(), id: 'main' }] };
    expect(consequences({ ...draftOf(from), licenceServers: [] }, from)).toEqual([
      'licence-server-removed',
      'licence-servers-read',
    ]);
  });

  it('counts a new secret as a change', () => {
    const changed = structuredClone(draft);
    changed.remoteService.verificationCode = { action: 'set', value: 'x' };
    expect(checkDraft(changed, saved, 'posix').isChanged).toBe(true);
  });
});
