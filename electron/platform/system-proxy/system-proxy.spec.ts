import { describe, expect, it } from 'vitest';
import { systemProxyHints } from './index';

describe('systemProxyHints', () => {
  it('names the script of the environment, without a login', () => {
    const environment = { auto_proxy: 'http://jdoe:secret@proxy.example/p.pac' };
    expect(systemProxyHints(environment, 'linux')).toMatchObject({
      isConfigured: true,
      script: 'http://proxy.example/p.pac',
    });
  });

  it.each([[{ https_proxy: 'proxy.example:3128' }], [{ HTTPS_PROXY: 'x:1' }], [{ no_proxy: '*' }]])(
    'sees that something is set: %j',
    (environment) => {
      expect(systemProxyHints(environment, 'linux')).toMatchObject({ isConfigured: true, script: null });
    },
  );

  it('does not go by an environment that the network stack does not read', () => {
    const environment = { https_proxy: 'proxy.example:3128', auto_proxy: 'http://p/p.pac' };
    const nothing = { isConfigured: false, script: null, socks: null, logins: [] };
    expect(systemProxyHints({}, 'linux')).toEqual(nothing);
    expect(systemProxyHints(environment, 'win32')).toEqual(nothing);
    expect(systemProxyHints({ ...environment, XDG_CURRENT_DESKTOP: 'GNOME' }, 'linux')).toEqual(nothing);
  });

  it.each([
    ['socks5://127.0.0.1:1081', 'socks5://127.0.0.1:1081'],
    ['socks5h://Socks.example', 'socks5://socks.example:1080'],
    ['socks4a://10.0.0.1:80', 'socks4://10.0.0.1:80'],
    ['socks://s:1080', 'socks5://s:1080'],
  ])('knows a SOCKS server for everything: %s', (address, rules) => {
    const { socks } = systemProxyHints(
      { ALL_PROXY: address, no_proxy: 'a.example, .b.example,10.0.0.1' },
      'linux',
    );
    expect(socks).toEqual({ rules, bypass: 'a.example,.a.example,b.example,.b.example,10.0.0.1' });
  });

  it.each([
    ['http://jdoe:ge%40heim@proxy.example:3128', 'proxy.example:3128', 'ge@heim'],
    ['jdoe:pw@proxy.example:80', 'proxy.example:80', 'pw'],
    ['http://jdoe:pw@proxy.example', 'proxy.example:80', 'pw'],
    ['http://jdoe:100%@[::1]:3128/', '[::1]:3128', '100%'],
  ])('reads the login in %s', (address, proxy, password) => {
    const { logins, socks } = systemProxyHints({ https_proxy: address }, 'linux');
    expect(logins).toEqual([{ proxy, userName: 'jdoe', password }]);
    expect(socks).toBeNull();
  });
});
