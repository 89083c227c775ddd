import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { networkPlace } from './index';

const ROUTE = [
  'Iface\tDestination\tGateway\tFlags',
  'eth0\t00000000\t010200C0\t0003',
  'eth0\t000200C0\t00000000\t0001',
].join('\n');
const TRIE = ['Local:', '  |-- 127.0.0.1', '     /32 host LOCAL', '  |-- 192.0.2.2', '     /32 host LOCAL'];
const INET6 = [
  'fd000000000000000000000000000002 04 40 00 82 eth0',
  'fd00000000000000000000000000aaaa 04 40 00 01 eth0',
  'fe8000000000000000fc00fffe000001 04 40 20 80 eth0',
].join('\n');

const at = (changes: Partial<Record<string, string>> = {}) => {
  const files: Partial<Record<string, string>> = {
    '/proc/net/route': ROUTE,
    '/proc/net/fib_trie': TRIE.join('\n'),
    '/proc/net/if_inet6': INET6,
    ...changes,
  };
  return networkPlace('linux', (file) => files[file] ?? '');
};

describe('the place in the network', () => {
  it('is made of the ways out and the lasting addresses', () => {
    expect(at().split('\n')).toEqual(['192.0.2.2', 'eth0 010200C0', 'eth0 fd000000000000000000000000000002']);
  });

  it.each([
    ['another gateway', { '/proc/net/route': ROUTE.replace('010200C0', 'FE0200C0') }],
    ['another address', { '/proc/net/fib_trie': TRIE.join('\n').replace('192.0.2.2', '192.0.2.3') }],
    ['no way out', { '/proc/net/route': '' }],
  ])('is another one with %s', (_what, changes) => {
    expect(at(changes)).not.toBe(at());
  });

  it('stays the same with a route to a container and with another made-up address', () => {
    const container = `${ROUTE}\nveth1\t0000A8C0\t00000000\t0001`;
    const madeUp = INET6.replace('aaaa', 'bbbb');
    expect(at({ '/proc/net/route': container, '/proc/net/if_inet6': madeUp })).toBe(at());
  });

  it.runIf(process.platform === 'linux')('has what the system itself lists', () => {
    const listed = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const own = listed.filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of own) expect(networkPlace().split('\n')).toContain(address);
  });

  it('can be read again and again on this machine', () => {
    expect(networkPlace()).toBe(networkPlace());
    expect(networkPlace()).not.toContain('127.0.0.1');
  });
});
