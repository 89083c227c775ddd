import { networkInterfaces } from 'node:os';
import { openSync, readSync } from 'node:fs';

const PAGE_BYTES = 4096;
/** The kernel fills a page with whole lines, none of which is longer: one with more room than this was the last. */
const LINE_BYTES = 512;
/** More than any routing table of a machine that is no router. */
const MOST_PAGES = 64;

const page = Buffer.alloc(PAGE_BYTES);
const opened = new Map<string, number>();

/** A file of the kernel, read anew at each call; it stays open, so that a look costs hardly more than its reads. */
const readKernelFile = (file: string): string => {
  try {
    const descriptor = opened.get(file) ?? openSync(file, 'r');
    opened.set(file, descriptor);
    let text = '';
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const bytes = readSync(descriptor, page, 0, PAGE_BYTES, text.length);
      text += page.toString('latin1', 0, bytes);
      if (bytes < PAGE_BYTES - LINE_BYTES) break;
    }
    return text;
  } catch {
    return '';
  }
};

/** The addresses of this machine itself in the kernel's table of routes (`fib_trie`), without loopback. */
const ownAddresses = (trie: string): string[] => {
  const found = new Set<string>();
  let address = '';
  for (const line of trie.split('\n')) {
    address = /\|-- ([\d.]+)/.exec(line)?.[1] ?? address;
    if (line.includes('/32 host LOCAL') && !address.startsWith('127.')) found.add(address);
  }
  return [...found];
};

/** The ways out: interface and gateway of each. */
const gateways = (routes: string): string[] =>
  routes
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, destination]) => destination === '00000000')
    .map(([name = '', , gateway = '']) => `${name} ${gateway}`);

/** Addresses of IPv6 that others can reach; one that the system makes up for a while says nothing about the network. */
const globalAddresses = (list: string): string[] =>
  list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , scope, flags]) => scope === '00' && (parseInt(flags ?? '0', 16) & 0x01) === 0)
    .map(([address = '', , , , , name = '']) => `${name} ${address}`);

const linuxPlace = (read: (file: string) => string): string[] => [
  ...gateways(read('/proc/net/route')),
  ...ownAddresses(read('/proc/net/fib_trie')),
  ...globalAddresses(read('/proc/net/if_inet6')),
];

const otherPlace = (): string[] =>
  Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).filter(({ internal }) => !internal).map(({ cidr, address }) => `${name} ${cidr ?? address}`),
  );

/** Where this machine stands in the network: another text for another network. Virtual machines that come and go do not count. */
export const networkPlace = (
  platform: NodeJS.Platform = process.platform,
  read: (file: string) => string = readKernelFile,
): string => (platform === 'linux' ? linuxPlace(read) : otherPlace()).sort().join('\n');
