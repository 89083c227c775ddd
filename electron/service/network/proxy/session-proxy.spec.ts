import { describe, expect, it } from 'vitest';
import { firstProxyOf, proxyAccountOf, proxyConfigOf } from './session-proxy';

describe('proxyConfigOf', () => {
  it('goes direct without a proxy server, whatever the system says', () => {
    expect(proxyConfigOf({ mode: 'none', url: 'proxy.example:3128' })).toEqual({ mode: 'direct' });
  });

  it('uses the named proxy server for loopback addresses too', () => {
    expect(proxyConfigOf({ mode: 'manual', url: 'http://Proxy.example:3128/' })).toEqual({
      mode: 'fixed_servers',
      proxyRules: 'proxy.example:3128',
      proxyBypassRules: '<-loopback>',
    });
  });

  it('never goes past a proxy server whose address cannot be read', () => {
    const config = proxyConfigOf({ mode: 'manual', url: 'socks5://x:1' });
    expect(config.mode).toBe('fixed_servers');
    expect(config.proxyRules).toBe('proxy.invalid:1');
  });
});

describe('proxyAccountOf', () => {
  const authentication = { enabled: true, domain: 'CORP', userName: 'jdoe', password: 'sealed' };
  const manual = { mode: 'manual', url: 'Proxy.example:3128', authentication } as const;
  const open = (sealed: string) => Promise.resolve(`opened ${sealed}`);

  it('puts the domain in front of the user, and opens the password only when asked', async () => {
    const account = proxyAccountOf(manual, open);
    expect(account).toMatchObject({ proxy: 'proxy.example:3128', userName: 'CORP\\jdoe' });
    expect(await account?.openPassword()).toBe('opened sealed');
    const alone = { ...manual, authentication: { ...authentication, domain: ' ' } };
    expect(proxyAccountOf(alone, open)?.userName).toBe('jdoe');
  });

  it('has none for another mode, and none while authentication is off', () => {
    expect(proxyAccountOf({ ...manual, mode: 'detect' }, open)).toBeNull();
    expect(proxyAccountOf({ ...manual, mode: 'none' }, open)).toBeNull();
    expect(proxyAccountOf({ mode: 'manual', url: 'p:1' }, open)).toBeNull();
    const off = { ...manual, authentication: { ...authentication, enabled: false } };
    expect(proxyAccountOf(off, open)).toBeNull();
  });
});

describe('firstProxyOf', () => {
  it.each([
    ['PROXY Proxy.example:3128;DIRECT', 'proxy.example:3128'],
    ['HTTPS proxy.example:443', 'proxy.example:443'],
    ['SOCKS5 [::1]:1080; PROXY other:1', '[::1]:1080'],
    ['DIRECT', null],
    ['DIRECT;PROXY proxy.example:3128', null],
    ['', null],
  ])('takes what is tried first: %s', (answer, first) => {
    expect(firstProxyOf(answer)).toBe(first);
  });
});
