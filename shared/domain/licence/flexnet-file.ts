import { readFlexnetDate } from './flexnet-date';
import { decodeLicenceText, logicalLines, wordsOf } from './flexnet-lines';

const SIZE_CAP = 1024 * 1024;
const MAX_WORD = 256;
const MAX_ENTRIES = 5000;
const WITH_SERIAL_NUMBER: readonly string[] = ['FEATURE', 'INCREMENT', 'PACKAGE', 'UPGRADE'];

export type FlexnetServer = { host: string; hostId: string; port: number | null };
export type FlexnetVendor = { name: string; port: number | null };
/** `expiresOn` is the last usable day, null = permanent. */
export type FlexnetFeature = {
  name: string;
  vendor: string;
  version: string;
  expiresOn: string | null;
  quantity: number | 'uncounted';
  serialNumber: string | null;
  hostId: string | null;
  /** INCREMENT lines of one feature add up; of its FEATURE lines only the first counts. */
  isIncrement: boolean;
};
export type FlexnetFile = {
  /** The first `SN=` of the file, on whichever line about features it stands. */
  serialNumber: string | null;
  /** Three for a redundant triad. */
  servers: FlexnetServer[];
  vendors: FlexnetVendor[];
  usesServer: boolean;
  features: FlexnetFeature[];
  /** FEATURE and INCREMENT lines that could not be read. */
  unreadableLines: number;
};

const isUsable = (word: string | undefined): word is string =>
  word !== undefined && word !== '' && word.length <= MAX_WORD;

function readPort(word: string | undefined): number | null {
  const digits = /^(?:port=|tcp:)?(\d{1,5})$/i.exec(word ?? '')?.[1];
  const port = Number(digits ?? 0);
  return port >= 1 && port <= 65_535 ? port : null;
}

function readServer([, host, hostId, port]: readonly string[]): FlexnetServer | null {
  return isUsable(host) && isUsable(hostId) ? { host, hostId, port: readPort(port) } : null;
}

function readVendor([, name, ...options]: readonly string[]): FlexnetVendor | null {
  if (!isUsable(name)) return null;
  const port = options.map(readPort).find((found) => found !== null);
  return { name, port: port ?? null };
}

function readQuantity(word: string): number | 'uncounted' | null {
  if (/^(?:uncounted|0+)$/i.test(word)) return 'uncounted';
  return /^\d{1,9}$/.test(word) ? Number(word) : null;
}

function attribute(words: readonly string[], name: string): string | null {
  const start = `${name}=`;
  const value = words
    .find((word) => word.slice(0, start.length).toUpperCase() === start)
    ?.slice(start.length);
  return isUsable(value) ? value : null;
}

function readFeature(words: readonly string[], isIncrement: boolean): FlexnetFeature | null {
  const [, name, vendor, version, expiry, count, ...attributes] = words;
  if (!isUsable(name) || !isUsable(vendor) || !isUsable(version)) return null;
  const expiresOn = readFlexnetDate(expiry ?? '');
  const quantity = readQuantity(count ?? '');
  if (expiresOn === undefined || quantity === null) return null;
  const serialNumber = attribute(attributes, 'SN');
  const hostId = attribute(attributes, 'HOSTID');
  return { name, vendor, version, expiresOn, quantity, serialNumber, hostId, isIncrement };
}

function addLine(file: FlexnetFile, words: readonly string[]): void {
  const keyword = words[0]?.toUpperCase() ?? '';
  if (WITH_SERIAL_NUMBER.includes(keyword)) file.serialNumber ??= attribute(words, 'SN');
  if (keyword === 'SERVER') {
    const server = readServer(words);
    if (server && file.servers.length < MAX_ENTRIES) file.servers.push(server);
  } else if (keyword === 'VENDOR' || keyword === 'DAEMON') {
    const vendor = readVendor(words);
    if (vendor && file.vendors.length < MAX_ENTRIES) file.vendors.push(vendor);
  } else if (keyword === 'USE_SERVER') {
    file.usesServer = true;
  } else if (keyword === 'FEATURE' || keyword === 'INCREMENT') {
    const feature = readFeature(words, keyword === 'INCREMENT');
    if (feature && file.features.length < MAX_ENTRIES) file.features.push(feature);
    else file.unreadableLines += 1;
  }
}

/**
 * Reads a FlexNet licence file as tolerantly as the licence server itself: lines in any order, keywords in any
 * case, unknown lines skipped. Never throws; `too-large` above 1 MiB.
 */
export function readFlexnetFile(
  bytes: Uint8Array,
): { ok: true; file: FlexnetFile } | { ok: false; code: 'too-large' } {
  if (bytes.length > SIZE_CAP) return { ok: false, code: 'too-large' };
  const file: FlexnetFile = {
    serialNumber: null,
    servers: [],
    vendors: [],
    usesServer: false,
    features: [],
    unreadableLines: 0,
  };
  for (const line of logicalLines(decodeLicenceText(bytes))) addLine(file, wordsOf(line));
  return { ok: true, file };
}
