import { networkInterfaces } from 'node:os';
import { existsSync, openSync, readSync } from 'node:fs';
import { KERNEL_FILE, startNetworkThread, type NetworkWatchOptions } from './network-thread';

const { pageBytes, lineBytes, mostPages } = KERNEL_FILE;

const page = Buffer.alloc(pageBytes);
const opened = new Map<string, number>();

/** A file of the kernel, read anew at each call; it stays open, so that a look costs hardly more than its reads. */
const readKernelFile = (file: string): string => {
  try {
    const descriptor = opened.get(file) ?? openSync(file, 'r');
    opened.set(file, descriptor);
    let text = '';
    for (let pages = 0; pages < mostPages; pages += 1) {
      const bytes = readSync(descriptor, page, 0, pageBytes, text.length);
      text += page.toString('latin1', 0, bytes);
      if (bytes < pageBytes - lineBytes) break;
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

const FILES = {
  routes: '/proc/net/route',
  addresses: '/proc/net/fib_trie',
  addresses6: '/proc/net/if_inet6',
};

const linuxPlace = (read: (file: string) => string): string[] => [
  ...gateways(read(FILES.routes)),
  ...ownAddresses(read(FILES.addresses)),
  ...globalAddresses(read(FILES.addresses6)),
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

type Hearers = Parameters<typeof startNetworkThread>[2];

/**
 * Tells when the place in the network or the clock may have changed, without waking this thread meanwhile; returns how
 * to stop. Null on a system that has no such watch.
 */
export const watchNetworkPlace = (options: NetworkWatchOptions, hearers: Hearers): (() => void) | null => {
  if (process.platform !== 'linux') return null;
  const files = Object.values(FILES).filter((file) => existsSync(file));
  return startNetworkThread(files, options, hearers);
};
