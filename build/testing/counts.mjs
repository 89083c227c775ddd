import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

/** Counts a run of a whole tool as one test, with what the tool found where that is known. */
export function countCheck(code, findings = []) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: code === 0 ? [] : findings };
}

/** What ESLint's JSON report holds, a line each. */
export function readFindings(reportFile) {
  return (readReport(reportFile) ?? []).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, ruleId, message }) =>
        `${path.relative(REPOSITORY, filePath)}:${line ?? 0}: ${message} (${ruleId ?? 'eslint'})`,
    ),
  );
}

/** Counts from vitest's JSON report; a file that could not even be loaded counts as one failed test. */
export function countVitest(reportFile, code) {
  const report = readReport(reportFile);
  if (report === null) return { passed: 0, failed: 1, failures: ['no report was written'] };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.relative(REPOSITORY, name)}: ${fullName}`),
  );
  return {
    ...honest(report.numPassedTests, report.numFailedTests + broken.length, code),
    failures: [...failures, ...broken.map(({ name }) => `${path.relative(REPOSITORY, name)}: not loaded`)],
  };
}

/** Counts from Playwright's JSON report; a test that passed only when repeated counts as failed. */
export function countPlaywright(reportFile, code) {
  const report = readReport(reportFile);
  if (report === null) return { passed: 0, failed: 1, failures: ['no report was written'] };
  const { expected, unexpected, flaky } = report.stats;
  return {
    ...honest(expected, unexpected + flaky + report.errors.length, code),
    failures: specsOf(report.suites ?? [])
      .filter(({ ok }) => !ok)
      .map(({ file, title }) => `${file}: ${title}`),
  };
}

const specsOf = (suites) =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);

/** A runner that ran nothing, or that failed without naming a test, has failed once. */
function honest(passed, failed, code) {
  const unnamed = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unnamed ? 1 : failed };
}

function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A runner that was killed while it wrote its report.
    return null;
  }
}
