import { expect, it } from 'vitest';
import { normaliseScriptUrl } from './script-url';

it.each([
  [' http://Proxy.example.com/proxy.pac ', 'http://proxy.example.com/proxy.pac'],
  ['https://proxy.example.com:8443/wpad.dat?site=1#part', 'https://proxy.example.com:8443/wpad.dat?site=1'],
  ['http://[::1]/p', 'http://[::1]/p'],
])('an address of a proxy script: %s', (text, address) => {
  expect(normaliseScriptUrl(text)).toBe(address);
});

it.each([
  '',
  'proxy.example.com:8080',
  'file:///etc/proxy.pac',
  'data:application/x-ns-proxy-autoconfig,x',
  'ftp://proxy.example.com/proxy.pac',
  'http://jdoe:pw@proxy.example.com/proxy.pac',
  'http://',
  `http://p/${'x'.repeat(2048)}`,
])('no address of a proxy script: %s', (text) => {
  expect(normaliseScriptUrl(text)).toBeNull();
});
