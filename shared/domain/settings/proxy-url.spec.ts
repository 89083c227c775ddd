import { describe, expect, it } from 'vitest';
import { normaliseProxyUrl } from './proxy-url';

describe('a proxy address', () => {
  it.each([
    ['proxy.example.com:8080', 'proxy.example.com:8080'],
    ['  Proxy.Example.com:8080 ', 'proxy.example.com:8080'],
    ['http://proxy.example.com:8080', 'proxy.example.com:8080'],
    ['http://proxy.example.com:8080/', 'proxy.example.com:8080'],
    ['192.0.2.7:3128', '192.0.2.7:3128'],
    ['[2001:db8::1]:3128', '[2001:db8::1]:3128'],
    ['http://[::1]:3128', '[::1]:3128'],
    ['proxy:1', 'proxy:1'],
    ['proxy:65535', 'proxy:65535'],
  ])('%s is %s', (text, expected) => expect(normaliseProxyUrl(text)).toBe(expected));

  it.each([
    '',
    'proxy.example.com',
    'proxy.example.com:',
    'proxy.example.com:0',
    'proxy.example.com:65536',
    'proxy.example.com:http',
    'https://proxy.example.com:8080',
    'socks5://proxy.example.com:1080',
    'http://user:pw@proxy.example.com:8080',
    'proxy.example.com:8080/path',
    'proxy example.com:8080',
    '2001:db8::1:3128',
    '[nonsense]:3128',
    '[12345::1]:3128',
    'proxy.example.com:8080;DIRECT',
    'proxy.example.com:8080,other:1',
    '-proxy:80',
  ])('%s is refused', (text) => expect(normaliseProxyUrl(text)).toBeNull());
});
