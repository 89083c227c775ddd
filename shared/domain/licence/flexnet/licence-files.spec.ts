import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorWords } from '@shared/i18n/error-words';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { createTranslator } from '@shared/i18n/translator';
import { inForceAt } from './in-force';
import { BROKEN_FILES, GOOD_FILES, LICENCE_FOLDER, readLicenceFile } from './licence-files.fixture';
import { readLicence } from './read-licence';
import type { FlexnetFile } from './rules/flexnet-file';

const NOW = Date.parse('2026-11-02T12:00:00Z');
const MIB = 1024 * 1024;

const filesIn = (folder: string) =>
  readdirSync(path.join(LICENCE_FOLDER, folder)).filter((name) => name.endsWith('.lic'));

const read = (bytes: Uint8Array): FlexnetFile => {
  const result = readLicence(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.file;
};

/** Counts and ends of the features in force, their pools added up. */
const featuresOf = (file: FlexnetFile) => {
  const features: Record<string, [number | 'uncounted', string | null]> = {};
  const first = file.grants[0]?.vendor.toLowerCase();
  for (const { name, vendor, count, state, expiresOn } of inForceAt(file, NOW).pools) {
    if (state !== 'in-force' || count === null) continue;
    const key = vendor.toLowerCase() === first ? name : `${name}@${vendor}`;
    const [sum, end] = features[key] ?? [0, null];
    const total = sum === 'uncounted' || count === 'uncounted' ? 'uncounted' : sum + count;
    features[key] = [total, [end, expiresOn].filter((day) => day !== null).sort()[0] ?? null];
  }
  return features;
};

const factsOf = (file: FlexnetFile) => ({
  serial: inForceAt(file, NOW).serialNumbers[0] ?? null,
  servers: file.servers.map(({ host, hostId, port }) => [host, hostId, port]),
  vendors: file.vendors.map(({ name, port }) => [name, port]),
  features: featuresOf(file),
});

describe('licence files of every kind', () => {
  it('are all listed', () => {
    expect(filesIn('.').sort()).toEqual(Object.keys(GOOD_FILES).sort());
    expect(Object.keys(GOOD_FILES).length).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.entries(GOOD_FILES))('%s', (name, expected) => {
    const file = read(readLicenceFile(name));
    expect(file.problems).toEqual([]);
    expect(factsOf(file)).toEqual(expected);
  });

  it.each(Object.keys(GOOD_FILES))('%s, as other editors save it', (name) => {
    const text = new TextDecoder().decode(readLicenceFile(name)).replaceAll('\r\n', '\n');
    const expected = read(new TextEncoder().encode(text));
    const variants = [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `${text}\n\n`];
    for (const variant of variants) expect(read(new TextEncoder().encode(variant))).toEqual(expected);
    expect(read(new TextEncoder().encode(`\ufeff#\n${text}`)).problems).toEqual([]);
    const utf16 = new Uint8Array(
      new Uint16Array(Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0))).buffer,
    );
    expect(read(utf16).problems[0]).toEqual({ code: 'flexnet-encoding', line: 1, word: 'UTF-16' });
  });
});

describe('broken licence files', () => {
  it('are all listed', () => {
    expect(filesIn('broken').sort()).toEqual(BROKEN_FILES.map(([name]) => name).sort());
  });

  it.each(BROKEN_FILES)('%s: %s on line %i', (name, code, line, word) => {
    expect(read(readLicenceFile(`broken/${name}`)).problems[0]).toEqual({ code, line, word });
    const { sentence } = errorWords(code, createTranslator('en-GB', messages), { line, word });
    if (code !== 'flexnet-no-features') expect(sentence).toContain(`Line ${line} `);
    expect(sentence).toContain(
      code === 'flexnet-line-unfinished' || code === 'flexnet-quote-open' ? '' : word,
    );
  });
});

describe('junk', () => {
  const lines = (text: string, size: number) =>
    new TextEncoder().encode(text.repeat(Math.ceil(size / text.length)).slice(0, size));

  it.each([
    ['text', lines('neither keyword nor value, just words\n', 5 * MIB)],
    ['as much text as is read at all', lines('neither keyword nor value, just words\n', MIB)],
    ['as many zeros as are read at all', new Uint8Array(MIB)],
    ['one long line', lines('x', MIB)],
    ['one long statement', lines('FEATURE a="b" {', MIB)],
    ['nothing but continuations', lines('\\\n', MIB)],
    ['one line of carriage returns', lines('x\r\r\r\r\r\r\r\r', MIB)],
    ['decimal licences without end', lines('v-f1-00737-55296-1825\n', MIB)],
    ['upgrades of one feature without a base', lines(`UPGRADE f v 3.0 4.0 31-dec-2027 1 SIGN=AA\n`, MIB)],
    ['host ids without end', lines('FEATURE f v 1 permanent uncounted HOSTID="0a1b2c3d ', MIB)],
    ['quotes', lines('INCREMENT f v 1 permanent 1 NOTICE="\n', MIB)],
    ['lists of superseded features', lines('INCREMENT f v 1 permanent 1 SUPERSEDE="a b c d e f"\n', MIB)],
  ])('%s, is refused', (_name, bytes) => {
    const result = readLicence(bytes);
    expect(result.ok && result.file.problems.length === 0).toBe(false);
  });
});
