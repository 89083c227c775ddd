import type { Finding } from './run-conformance';

const WORDS: Record<Finding['outcome'], string> = {
  kept: 'kept',
  broken: 'BROKEN',
  'not-tried': 'not tried',
};

const nameOf = ({ promise }: Finding) => `${promise.operation}/${promise.name}`;

/** One promise for a person: its name, what it says, and the reason where it is not kept. */
export const findingAsText = (finding: Finding): string => {
  const lines = [`${WORDS[finding.outcome].padEnd(10)} ${nameOf(finding)}: ${finding.promise.says}`];
  if (finding.reason !== '') lines.push(`${' '.repeat(11)}${finding.reason}`);
  return `${lines.join('\n')}\n`;
};

const count = (findings: readonly Finding[], outcome: Finding['outcome']) =>
  findings.filter((finding) => finding.outcome === outcome).length;

export const summaryAsText = (findings: readonly Finding[]): string =>
  `${count(findings, 'kept')} promises kept, ${count(findings, 'broken')} broken, ${count(findings, 'not-tried')} not tried.\n`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As an attribute; characters that XML 1.0 has no place for are left out. */
const attribute = (text: string) =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const caseOf = (finding: Finding): string => {
  const { promise, outcome, reason, seconds } = finding;
  const head = `    <testcase classname="${promise.operation}" name="${attribute(`${promise.name}: ${promise.says}`)}" time="${seconds.toFixed(3)}"`;
  if (outcome === 'kept') return `${head}/>`;
  const element = outcome === 'broken' ? 'failure' : 'skipped';
  return `${head}>\n      <${element} message="${attribute(reason)}"/>\n    </testcase>`;
};

/** The findings as a JUnit report, which build servers read. */
export const findingsAsJunit = (findings: readonly Finding[]): string => {
  const counts = `tests="${findings.length}" failures="${count(findings, 'broken')}" skipped="${count(findings, 'not-tried')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="back-office-api.yaml" ${counts}>`,
    ...findings.map(caseOf),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
