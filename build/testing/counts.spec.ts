import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type Count = (reportFile: string, code: number) => { passed: number; failed: number };
const script = new URL('./counts.mjs', import.meta.url).href;
const { countVitest, countPlaywright, readFindings } = (await import(script)) as Record<
  'countVitest' | 'countPlaywright',
  Count
> & { readFindings: (reportFile: string) => string[] };

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
const written = (report: unknown) => {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return file;
};
const file = (...statuses: string[]) => ({
  name: path.resolve('test/some.spec.ts'),
  status: statuses.every((status) => status === 'passed') && statuses.length > 0 ? 'passed' : 'failed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});
const vitestReport = (numPassedTests: number, numFailedTests: number, ...testResults: unknown[]) =>
  written({ numPassedTests, numFailedTests, testResults });
const playwrightReport = (stats: Record<string, number>, errors: unknown[] = []) =>
  written({ stats: { expected: 0, unexpected: 0, flaky: 0, ...stats }, errors });

describe('countVitest', () => {
  it('takes the numbers of the report', () => {
    expect(countVitest(vitestReport(2, 1, file('passed', 'passed', 'failed')), 1)).toMatchObject({
      passed: 2,
      failed: 1,
      failures: ['test/some.spec.ts: test 2'],
    });
  });

  it('counts a file that could not be loaded as one failed test', () => {
    expect(countVitest(vitestReport(1, 0, file('passed'), file()), 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('fails when nothing ran, or when the runner failed without naming a test', () => {
    expect(countVitest(vitestReport(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest(vitestReport(3, 0, file('passed')), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('fails without a whole report', () => {
    expect(countVitest(path.join(folder, 'none'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest(written('{"numPassed'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('countPlaywright', () => {
  it('counts what passed only when repeated, and errors outside of tests, as failed', () => {
    expect(countPlaywright(playwrightReport({ expected: 4, unexpected: 1, flaky: 1 }), 1)).toMatchObject({
      passed: 4,
      failed: 2,
    });
    expect(countPlaywright(playwrightReport({ expected: 4 }, [{}]), 1)).toMatchObject({
      passed: 4,
      failed: 1,
    });
  });

  it('fails when nothing ran', () => {
    expect(countPlaywright(playwrightReport({}), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('readFindings', () => {
  it('gives each finding of ESLint its file, line and rule', () => {
    const messages = [{ line: 7, ruleId: 'no-console', message: 'Unexpected console statement.' }];
    const report = written([{ filePath: path.resolve('shared/some.ts'), messages }]);
    expect(readFindings(report)).toEqual(['shared/some.ts:7: Unexpected console statement. (no-console)']);
  });

  it('gives nothing for a report that was not written to its end', () => {
    expect(readFindings(written('[{"filePath":'))).toEqual([]);
  });
});
