import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorWords } from '@shared/i18n/error-words';
import messages from '@shared/i18n/locales/en-GB.json';
import { createTranslator } from '@shared/i18n/translator';
import { BROKEN_FILES, GOOD_FILES, LICENCE_FOLDER, readLicenceFile } from './flexnet-corpus.fixture';
import { checkFlexnetFile, type FlexnetFile } from './flexnet-file';
import { summariseFeatures } from './flexnet-summary';

const TODAY = '2026-11-02';
const MIB = 1024 * 1024;

const filesIn = (folder: string) =>
  readdirSync(path.join(LICENCE_FOLDER, folder)).filter((name) => name.endsWith('.lic'));

const factsOf = (file: FlexnetFile) => ({
  serial: file.serialNumber,
  servers: file.servers.map(({ host, hostId, port }) => [host, hostId, port]),
  vendors: file.vendors.map(({ name, port }) => [name, port]),
  features: Object.fromEntries(
    summariseFeatures(file.features, TODAY).map(({ name, vendor, quantity, expiresOn }) => [
      vendor.toLowerCase() === file.features[0]?.vendor.toLowerCase() ? name : `${name}@${vendor}`,
      [quantity, expiresOn],
    ]),
  ),
});

describe('licence files of every kind', () => {
  it('are all listed', () => {
    expect(filesIn('.').sort()).toEqual(Object.keys(GOOD_FILES).sort());
    expect(Object.keys(GOOD_FILES).length).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.entries(GOOD_FILES))('%s', (name, expected) => {
    const read = checkFlexnetFile(readLicenceFile(name));
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(factsOf(read.file)).toEqual(expected);
  });

  it.each(Object.keys(GOOD_FILES))('%s, as other editors save it', (name) => {
    const text = new TextDecoder().decode(readLicenceFile(name)).replaceAll('\r\n', '\n');
    const expected = checkFlexnetFile(new TextEncoder().encode(text));
    const utf16 = new Uint8Array(
      new Uint16Array(Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0))).buffer,
    );
    const variants = [
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\ufeff${text}`,
      `${text}\n\n`,
    ];
    for (const variant of variants) {
      expect(checkFlexnetFile(new TextEncoder().encode(variant))).toEqual(expected);
    }
    expect(checkFlexnetFile(utf16)).toEqual(expected);
  });
});

describe('broken licence files', () => {
  it('are all listed', () => {
    expect(filesIn('broken').sort()).toEqual(BROKEN_FILES.map(([name]) => name).sort());
  });

  it.each(BROKEN_FILES)('%s: %s on line %i', (name, code, line, word) => {
    expect(checkFlexnetFile(readLicenceFile(`broken/${name}`))).toEqual({ ok: false, code, line, word });
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

  // The limit is 100 ms on a machine with nothing else to do.
  it.each([
    ['text', lines('neither keyword nor value, just words\n', 5 * MIB)],
    ['licence lines', lines('INCREMENT webshop ocelicd 1.0 31-dec-2027 25 SN=PD-1\n', 5 * MIB)],
    ['zeros', new Uint8Array(5 * MIB)],
    ['one long line', lines('x', 5 * MIB)],
    ['as much text as is read at all', lines('neither keyword nor value, just words\n', MIB)],
    ['as many zeros as are read at all', new Uint8Array(MIB)],
  ])('%s, is refused at once', (_name, bytes) => {
    checkFlexnetFile(bytes.subarray(0, 1000));
    const start = performance.now();
    expect(checkFlexnetFile(bytes).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
