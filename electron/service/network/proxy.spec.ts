import { describe, expect, it } from 'vitest';
import { proxyConfigOf } from './proxy';

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
