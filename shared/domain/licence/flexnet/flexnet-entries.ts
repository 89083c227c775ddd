import { readFlexnetDate } from './flexnet-date';
import type { FlexnetProblem } from './flexnet-problem';

const MAX_WORD = 256;

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
  /** The first usable day; null = none is named. */
  startsOn: string | null;
  issuedOn: string | null;
  /** Names of the features whose earlier issued lines it makes ineffective, in lower case; null = of none. */
  supersedes: string[] | null;
  /** INCREMENT lines of one feature add up; of its FEATURE lines only the first counts. */
  isIncrement: boolean;
};

/** Hears of what is wrong with the line that is being read. */
export type Complain = (code: FlexnetProblem['code'], word?: string) => void;

const isUsable = (word: string | undefined): word is string =>
  word !== undefined && word !== '' && word.length <= MAX_WORD;

/** A port, with its keyword or alone; null for a word that is something else, undefined for a port that cannot be. */
function readPort(word: string): number | null | undefined {
  const written = /^(?:port=|tcp:)(.*)$/i.exec(word)?.[1] ?? (/^[-+]?\d/.test(word) ? word : null);
  if (written === null) return null;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function firstPort(words: readonly string[], complain: Complain): number | null {
  for (const word of words) {
    const port = readPort(word);
    if (port === undefined) complain('flexnet-port-invalid', word);
    else if (port !== null) return port;
  }
  return null;
}

export function readServer(words: readonly string[], complain: Complain): FlexnetServer | null {
  const [, host, hostId, ...rest] = words;
  if (isUsable(host) && isUsable(hostId))
    return { host, hostId, port: firstPort(rest.slice(0, 1), complain) };
  complain('flexnet-server-incomplete', words.join(' '));
  return null;
}

export function readVendor(words: readonly string[], complain: Complain): FlexnetVendor | null {
  const [, name, ...options] = words;
  if (isUsable(name)) return { name, port: firstPort(options, complain) };
  complain('flexnet-fields-missing', words.join(' '));
  return null;
}

function readQuantity(word: string): number | 'uncounted' | null {
  if (/^(?:uncounted|0+)$/i.test(word)) return 'uncounted';
  return /^\d{1,9}$/.test(word) ? Number(word) : null;
}

/** The value of `NAME=value`; null where there is none. */
export function attribute(words: readonly string[], name: string): string | null {
  const start = `${name}=`;
  const value = words
    .find((word) => word.slice(0, start.length).toUpperCase() === start)
    ?.slice(start.length);
  return isUsable(value) ? value : null;
}

function dateAttribute(words: readonly string[], name: string, complain: Complain): string | null {
  const text = attribute(words, name);
  const date = text === null ? null : readFlexnetDate(text);
  if (date === undefined) complain('flexnet-date-invalid', text ?? '');
  return date ?? null;
}

function readSupersedes(name: string, words: readonly string[]): string[] | null {
  const listed = attribute(words, 'SUPERSEDE');
  if (listed !== null) return listed.toLowerCase().split(/\s+/);
  return words.some((word) => word.toUpperCase() === 'SUPERSEDE') ? [name.toLowerCase()] : null;
}

/** A FEATURE or INCREMENT line; null where its features, dates or counts cannot be told. */
export function readFeature(words: readonly string[], complain: Complain): FlexnetFeature | null {
  const [keyword = '', name, vendor, version, expiry, count, ...attributes] = words;
  if (!isUsable(name) || !isUsable(vendor) || !isUsable(version) || !isUsable(expiry) || !isUsable(count)) {
    complain('flexnet-fields-missing', words.slice(0, 6).join(' '));
    return null;
  }
  const expiresOn = readFlexnetDate(expiry);
  const quantity = readQuantity(count);
  if (expiresOn === undefined) complain('flexnet-date-invalid', expiry);
  if (quantity === null) complain('flexnet-count-invalid', count);
  if (expiresOn === undefined || quantity === null) return null;
  return {
    ...{ name, vendor, version, expiresOn, quantity },
    serialNumber: attribute(attributes, 'SN'),
    hostId: attribute(attributes, 'HOSTID'),
    startsOn: dateAttribute(attributes, 'START', complain),
    issuedOn: dateAttribute(attributes, 'ISSUED', complain),
    supersedes: readSupersedes(name, attributes),
    isIncrement: keyword.toUpperCase() === 'INCREMENT',
  };
}
