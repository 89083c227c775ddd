import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedFiles } from './licence-damage.fixture';
import { inForceAt, type LicencePool } from './in-force';
import { readLicence } from './read-licence';
import type { FlexnetFile } from './rules/flexnet-file';

const FOLDER = path.resolve(import.meta.dirname, '../../../../test/licences/flexnet');
const TODAY = Date.parse('2026-11-30T12:00:00Z');
const MAX_BYTES = 4000;
const RUNS = 1000;
/** The same files in every run; another seed finds others. */
const SEED = 20_261_130;
/** For machines with other things to do. */
const LIMIT_MS = 60_000;

const read = (bytes: Uint8Array): FlexnetFile => {
  const result = readLicence(bytes);
  if (!result.ok) throw new Error(result.code);
  return result.file;
};

const GOOD = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.lic'))
  .map((name) => new Uint8Array(readFileSync(path.join(FOLDER, name))))
  .filter((bytes) => bytes.length <= MAX_BYTES && read(bytes).problems.length === 0);

const mutation = damagedFiles(GOOD);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The words of the lines of a pool, found without the reader: from its first line to the next keyword. */
function wordsOfPool(lines: readonly string[], pool: LicencePool): string[][] {
  return pool.lines.map((line) => {
    const rest = lines.slice(line);
    const end = rest.findIndex((one) =>
      /^\s*(?:SERVER|VENDOR|DAEMON|USE_SERVER|FEATURE|INCREMENT|UPGRADE|PACKAGE)\b/i.test(one),
    );
    const own = [lines[line - 1] ?? '', ...rest.slice(0, end === -1 ? rest.length : end)].join(' ');
    return own.split(/[\s"\\]+/).filter((word) => word !== '');
  });
}

const isDay = (word: string, day: string): boolean => {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})-([a-z]{3})-(\d+)$/i.exec(word) ?? [];
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return day === `${year.length === 2 ? `19${year}` : year}-${number}-${date.padStart(2, '0')}`;
};
const isPermanent = (word: string) => /^(?:permanent|\d{1,2}-[a-z]{3}-0{1,4})$/i.test(word);

describe('a damaged licence file', { timeout: LIMIT_MS }, () => {
  it('never grants what no line of it states', () => {
    fc.assert(
      fc.property(mutation, (bytes) => {
        const file = read(bytes);
        const text = new TextDecoder('latin1').decode(bytes);
        const lines = text.split(text.includes('\n') ? '\n' : '\r');
        const packs = file.packages.length > 0 || file.upgrades.length > 0;
        for (const pool of inForceAt(file, TODAY).pools.filter(({ state }) => state === 'in-force')) {
          const statements = wordsOfPool(lines, pool);
          const { expiresOn, count } = pool;
          for (const words of statements) {
            expect(words.some((word) => /^(?:SIGN|AUTH)=|^[0-9A-F]{8,}$/i.test(word))).toBe(true);
          }
          if (expiresOn === null) expect(statements.every((words) => words.some(isPermanent))).toBe(true);
          else expect(statements.some((words) => words.some((word) => isDay(word, expiresOn)))).toBe(true);
          if (typeof count === 'number' && !packs) {
            const most = statements.map((words) =>
              Math.max(...words.slice(0, 8).map((word) => (/^\d+$/.test(word) ? Number(word) : 0))),
            );
            expect(count).toBeLessThanOrEqual(most.reduce((one, other) => one + other, 0));
          }
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('never has a serial number that no line of it states', () => {
    fc.assert(
      fc.property(mutation, (bytes) => {
        const text = new TextDecoder('latin1').decode(bytes).replaceAll('"', '').toUpperCase();
        for (const serial of inForceAt(read(bytes), TODAY).serialNumbers) {
          expect(text).toContain(`SN=${serial.toUpperCase()}`);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('is named where a line about licences loses its signature', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.nat(), (bytes, pick) => {
        const text = new TextDecoder('latin1').decode(bytes);
        const signatures = [...text.matchAll(/\bSIGN=(?:"[^"]*"|\S+)/g)];
        const one = signatures[pick % Math.max(signatures.length, 1)];
        if (one === undefined || text.includes('AUTH=')) return;
        const without = text.slice(0, one.index) + text.slice(one.index + one[0].length);
        const line =
          without
            .slice(0, one.index)
            .split(/\b(?:FEATURE|INCREMENT|UPGRADE|PACKAGE)\b/)
            .at(-1) ?? '';
        if (/\s[0-9A-F]{8,}\s/i.test(line)) return;
        expect(read(Uint8Array.from(without, (letter) => letter.charCodeAt(0))).problems).not.toEqual([]);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe('any bytes at all', { timeout: LIMIT_MS }, () => {
  it('are read without an error, and grant nothing without a signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const at = inForceAt(read(bytes), TODAY);
        expect(at.pools.filter(({ state }) => state === 'in-force')).toEqual([]);
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});
