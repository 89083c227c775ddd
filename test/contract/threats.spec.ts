import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILES, REPOSITORY } from '../support/documents/check-documents';

const read = (file: string) => readFileSync(path.join(REPOSITORY, file), 'utf8');

/** The tests that each row of the table names, by the number of the threat. */
const TESTS_OF = new Map(
  [...read('test/security/threats.md').matchAll(/^\| (T\d{2}) \|.*\| ([^|]*) \|$/gm)].map(
    ([, number = '', tests = '']) => [number, tests],
  ),
);

/** The numbers that the title of a test or of a group of tests carries. */
const titled = (text: string) =>
  [...text.matchAll(/\b(?:it|test|describe)\b[^\n]*\n?[^\n]*?\((T\d{2}(?:, T\d{2})*)\)['"`]/g)].flatMap(
    ([, numbers = '']) => numbers.split(', '),
  );

const NAMED = FILES.filter((file) => file.endsWith('.spec.ts')).flatMap((file) =>
  [...new Set(titled(read(file)))].map((number) => ({ file, number })),
);

describe('threats.md', () => {
  it('has every number once, in steps of one', () => {
    const numbers = [...TESTS_OF.keys()].sort();
    expect(numbers).toEqual(numbers.map((_, index) => `T${String(index + 1).padStart(2, '0')}`));
  });

  it.each(NAMED)('names $file for $number, as its titles do', ({ file, number }) => {
    expect(TESTS_OF.get(number)).toContain(`\`${file}\``);
  });

  it('finds the numbers in titles', () => {
    expect(NAMED.length).toBeGreaterThan(10);
  });
});
