import { describe, expect, it } from 'vitest';
import { systemProxyHints } from './index';

describe('systemProxyHints', () => {
  it('names the script of the environment, without a login', () => {
    const environment = { auto_proxy: 'http://jdoe:secret@proxy.example/p.pac' };
    expect(systemProxyHints(environment, 'linux')).toEqual({
      isConfigured: true,
      script: 'http://proxy.example/p.pac',
    });
  });

  it.each([[{ https_proxy: 'proxy.example:3128' }], [{ HTTPS_PROXY: 'x:1' }], [{ no_proxy: '*' }]])(
    'sees that something is set: %j',
    (environment) => {
      expect(systemProxyHints(environment, 'linux')).toEqual({ isConfigured: true, script: null });
    },
  );

  it('does not go by an environment that the network stack does not read', () => {
    const environment = { https_proxy: 'proxy.example:3128', auto_proxy: 'http://p/p.pac' };
    const nothing = { isConfigured: false, script: null };
    expect(systemProxyHints({}, 'linux')).toEqual(nothing);
    expect(systemProxyHints(environment, 'win32')).toEqual(nothing);
    expect(systemProxyHints({ ...environment, XDG_CURRENT_DESKTOP: 'GNOME' }, 'linux')).toEqual(nothing);
  });
});
