import {
  attribute,
  readFeature,
  readServer,
  readVendor,
  type Complain,
  type FlexnetFeature,
  type FlexnetServer,
  type FlexnetVendor,
} from './flexnet-entries';
import { decodeLicenceText, logicalLines, splitWords, type LogicalLine } from './flexnet-lines';
import type { FlexnetProblem } from './flexnet-problem';

const SIZE_CAP = 1024 * 1024;
const MAX_ENTRIES = 5000;
const MAX_SHOWN = 80;
const KEYWORD = /^\s*(SERVER|VENDOR|DAEMON|USE_SERVER|FEATURE|INCREMENT|PACKAGE|UPGRADE)(?:\s|$)/i;

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

type Places = { servers: number[]; features: number[] };

/** A file as it was read, the line of each of its entries, and what is wrong with single lines. */
type Reading = { file: FlexnetFile; places: Places; problems: FlexnetProblem[] };

function addEntry({ file, places }: Reading, words: readonly string[], line: number, complain: Complain) {
  const keyword = words[0]?.toUpperCase() ?? '';
  if (keyword === 'SERVER') {
    const server = readServer(words, complain);
    if (!server || file.servers.length >= MAX_ENTRIES) return;
    file.servers.push(server);
    places.servers.push(line);
  } else if (keyword === 'VENDOR' || keyword === 'DAEMON') {
    const vendor = readVendor(words, complain);
    if (vendor && file.vendors.length < MAX_ENTRIES) file.vendors.push(vendor);
  } else if (keyword === 'USE_SERVER') {
    file.usesServer = true;
  } else {
    // One of FEATURE, INCREMENT, PACKAGE and UPGRADE; the last two only name a serial number.
    file.serialNumber ??= attribute(words, 'SN');
    if (keyword === 'PACKAGE' || keyword === 'UPGRADE') return;
    const feature = readFeature(words, complain);
    if (!feature || file.features.length >= MAX_ENTRIES) {
      file.unreadableLines += 1;
      return;
    }
    file.features.push(feature);
    places.features.push(line);
  }
}

function addLine(reading: Reading, { number, text, isOpen }: LogicalLine): void {
  if (!KEYWORD.test(text)) return;
  const complain: Complain = (code, word = '') => {
    if (reading.problems.length < MAX_ENTRIES) {
      reading.problems.push({ code, line: number, word: word.slice(0, MAX_SHOWN) });
    }
  };
  const { words, isQuoteOpen } = splitWords(text);
  if (isOpen) complain('flexnet-line-unfinished', words[0]);
  if (isQuoteOpen) complain('flexnet-quote-open', words[0]);
  addEntry(reading, words, number, complain);
}

function readLines(text: string): Reading {
  const reading: Reading = {
    file: {
      serialNumber: null,
      servers: [],
      vendors: [],
      usesServer: false,
      features: [],
      unreadableLines: 0,
    },
    places: { servers: [], features: [] },
    problems: [],
  };
  for (const line of logicalLines(text)) addLine(reading, line);
  return reading;
}

/**
 * Reads a FlexNet licence file as tolerantly as the licence server itself: lines in any order, keywords in any
 * case, unknown lines skipped. Never throws; `too-large` above 1 MiB.
 */
export function readFlexnetFile(
  bytes: Uint8Array,
): { ok: true; file: FlexnetFile } | { ok: false; code: 'too-large' } {
  if (bytes.length > SIZE_CAP) return { ok: false, code: 'too-large' };
  return { ok: true, file: readLines(decodeLicenceText(bytes)).file };
}

/** What is wrong with the file as a whole: a licence server would start with it and serve nothing. */
function wholeProblem({ file, places }: Reading): FlexnetProblem | null {
  const { servers, vendors, features } = file;
  if (features.length === 0) return { code: 'flexnet-no-features', line: 1, word: '' };
  if (servers.length === 2 || servers.length > 3) {
    return { code: 'flexnet-server-count', line: places.servers.at(-1) ?? 1, word: String(servers.length) };
  }
  const known = new Set(vendors.map(({ name }) => name.toLowerCase()));
  for (const [at, { name, vendor, quantity }] of features.entries()) {
    const line = places.features[at] ?? 1;
    if (quantity === 'uncounted') continue;
    if (servers.length === 0) return { code: 'flexnet-server-missing', line, word: name };
    if (!known.has(vendor.toLowerCase())) return { code: 'flexnet-vendor-missing', line, word: vendor };
  }
  return null;
}

/**
 * Reads a FlexNet licence file that a person brought, strictly: the first line that a licence server could not use is
 * named with the reason. Never throws.
 */
export function checkFlexnetFile(
  bytes: Uint8Array,
): { ok: true; file: FlexnetFile } | { ok: false; code: 'too-large' } | ({ ok: false } & FlexnetProblem) {
  if (bytes.length > SIZE_CAP) return { ok: false, code: 'too-large' };
  const text = decodeLicenceText(bytes);
  const binary = text.indexOf('\0');
  if (binary !== -1) {
    const line = text.slice(0, binary).split(/\r\n|\n|\r/).length;
    return { ok: false, code: 'flexnet-not-text', line, word: '' };
  }
  const reading = readLines(text);
  const problem = reading.problems[0] ?? wholeProblem(reading);
  return problem === null ? { ok: true, file: reading.file } : { ok: false, ...problem };
}
