import { describe, expect, it } from 'vitest';
import { firstProxyOf, proxyAccountOf, proxyConfigOf, type ProxyChoice } from './session-proxy';

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
  const sources = {
    openSecret: (sealed: string) => Promise.resolve(`opened ${sealed}`),
    logins: [{ proxy: 'system.example:3128', userName: 'environment', password: 'readable' }],
    mayHave: (proxy: string) => Promise.resolve(proxy === 'named.example:3128'),
  };
  const accountOf = (choice: ProxyChoice) => proxyAccountOf(choice, sources);
  const shownTo = async (choice: ProxyChoice) => {
    const servers = ['proxy.example:3128', 'named.example:3128', 'system.example:3128'];
    const shown = servers.map(async (one) => (await accountOf(choice)?.mayHave(one, 'ntlm')) === true);
    const results = await Promise.all(shown);
    return servers.filter((_, at) => results[at]);
  };

  it.each([
    ['CORP', 'jdoe', 'CORP\\jdoe'],
    [' ', 'jdoe', 'jdoe'],
    ['CORP', 'CORP\\jdoe', 'CORP\\jdoe'],
    ['', 'CORP\\jdoe', 'CORP\\jdoe'],
    ['CORP', 'jdoe@corp', 'CORP\\jdoe'],
    ['CORP', 'jdoe@corp.example.com', 'CORP\\jdoe'],
    ['corp.example.com', 'jdoe@CORP', 'corp.example.com\\jdoe'],
    ['CORP', 'jdoe@mail.example.com', 'CORP\\jdoe@mail.example.com'],
    ['', 'jdoe@corp.example.com', 'jdoe@corp.example.com'],
  ])('understands a domain that is given once or twice: %j and %j', (domain, userName, whole) => {
    const account = accountOf({ ...manual, authentication: { ...authentication, domain, userName } });
    expect(account?.userName).toBe(whole);
  });

  it('opens the password only when asked', async () => {
    expect(await accountOf(manual)?.openPassword()).toBe('opened sealed');
  });

  it('is shown to the configured proxy server alone, or to those that the system names', async () => {
    expect(await shownTo(manual)).toEqual(['proxy.example:3128']);
    expect(await shownTo({ ...manual, mode: 'detect' })).toEqual(['named.example:3128']);
  });

  it('is that of the environment where the settings have none, for the server beside it alone', async () => {
    const detect = { mode: 'detect', url: '' } as const;
    expect(accountOf(detect)?.userName).toBe('environment');
    expect(await accountOf(detect)?.openPassword()).toBe('readable');
    expect(await shownTo(detect)).toEqual(['system.example:3128']);
  });

  it('is none without a proxy server, and with a configured one while authentication is off', () => {
    expect(accountOf({ ...manual, mode: 'none' })).toBeNull();
    expect(accountOf({ mode: 'manual', url: 'p:1' })).toBeNull();
    const off = { ...manual, authentication: { ...authentication, enabled: false } };
    expect(accountOf(off)).toBeNull();
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
