import { readFeatureLine, readUpgradeLine } from './lines/grant-line';
import { featureKey } from './lines/feature-key';
import type { Keyword } from './text/keywords';
import { readLicenceText, type LicenceText } from './text/licence-text';
import { readPackageLine } from './lines/package-line';
import { shownWord, type LicenceFileProblem, type ReportProblem } from './text/problem';
import { looksLikeDay } from './lines/read-day';
import { readServerLine, readVendorLine } from './lines/server-lines';
import { MAX_STATEMENTS, readStatements, type Statement } from './lines/statements';
import type { FlexnetFile } from './rules/flexnet-file';
import { settleLines, withDoubts } from './rules/settle';
import { checkWholeFile } from './rules/whole-file';

const LICENCE_FILE_CAP = 1024 * 1024;
const MAX_UPGRADES = 500;
/** A list of more is no list of features. */
const MAX_ENDED = 1000;
const MAX_PROBLEMS_OF_LINE = 20;
const BLANKS_IN_WORDS = /[^\S\n]+/g;
const LICENCES: ReadonlySet<Keyword> = new Set(['FEATURE', 'INCREMENT', 'UPGRADE', 'PACKAGE']);

/** Whether the words of a line stand where they belong: its day is in its place, or it has none. */
function isAligned({ keyword, words }: Statement): boolean {
  if (keyword === 'PACKAGE') return words.length > 3;
  return looksLikeDay(words[keyword === 'UPGRADE' ? 5 : 4]?.text ?? '');
}

/** The features whose licences are in doubt with a line: its own, and those that it may end; null = all of them. */
function doubtedBy(statement: Statement): (string | null)[] {
  const { keyword, words } = statement;
  const [, name, vendor] = words;
  if (!LICENCES.has(keyword) || !name || !vendor || !isAligned(statement)) return [null];
  const supersede = words.find(({ text }) => /^SUPERSEDE=/i.test(text));
  const isBySignature = words.some(({ text }) => /^SUPERSEDE_SIGN\b/i.test(text));
  // The list was cut off with the rest, or is of signatures, of which no rule is published.
  if (isBySignature || supersede?.text.length === 'SUPERSEDE='.length) return [null];
  const list = supersede?.text.slice('SUPERSEDE='.length) ?? '';
  const ended = list.split(/[ \t]+/, MAX_ENDED).filter((word) => word !== '');
  return [name.text, ...ended].map((word) => featureKey(word, vendor.text));
}

function push<Entry>(list: Entry[], entry: Entry | null): void {
  if (entry !== null) list.push(entry);
}

function addStatement(file: FlexnetFile, statement: Statement): void {
  const { keyword } = statement;
  const problems = [...statement.problems];
  const report: ReportProblem = (code, line, word = '') => {
    if (problems.length < MAX_PROBLEMS_OF_LINE) problems.push({ code, line, word: shownWord(word) });
  };
  if (keyword === 'SERVER') push(file.servers, readServerLine(statement, report));
  else if (keyword === 'VENDOR' || keyword === 'DAEMON')
    push(file.vendors, readVendorLine(statement, report));
  else if (keyword === 'USE_SERVER') file.usesServer = true;
  else if (keyword === 'PACKAGE') push(file.packages, readPackageLine(statement, report));
  else if (keyword === 'UPGRADE') push(file.upgrades, readUpgradeLine(statement, report));
  else if (keyword !== 'FEATURESET') push(file.grants, readFeatureLine(statement, report));
  if (problems.length === 0) return;
  for (const feature of doubtedBy(statement)) file.doubtful.push(feature);
  file.problems.push(...problems);
}

function readLines(text: LicenceText): FlexnetFile {
  const repeated = new Set<number>();
  const known = new Set<string>();
  const file: FlexnetFile = {
    ...{ servers: [], vendors: [], usesServer: false },
    ...{ grants: [], upgrades: [], packages: [], decimals: [], settled: [], problems: [], doubtful: [] },
    repeated,
  };
  const ofFile: LicenceFileProblem[] = [];
  if (text.isUtf16) ofFile.push({ code: 'flexnet-encoding', line: 1, word: 'UTF-16' });
  if (text.zeroLine !== null) ofFile.push({ code: 'flexnet-not-text', line: text.zeroLine, word: '' });
  const { beyond, decimals, problems } = readStatements(text, (statement) => {
    // However its words are broken, as signatures are in mail.
    const words = statement.words.map((word) => word.text);
    const said = words.join('\n').replaceAll(BLANKS_IN_WORDS, '');
    if (LICENCES.has(statement.keyword) && known.has(said)) repeated.add(statement.line);
    known.add(said);
    addStatement(file, statement);
  });
  file.decimals = decimals;
  const tooMany = file.upgrades.splice(MAX_UPGRADES)[0];
  if (tooMany)
    ofFile.push({ code: 'flexnet-too-many-lines', line: tooMany.line, word: String(MAX_UPGRADES) });
  if (beyond !== null)
    ofFile.push({ code: 'flexnet-too-many-lines', line: beyond, word: String(MAX_STATEMENTS) });
  ofFile.push(...problems);
  if (ofFile.length > 0) file.doubtful.push(null);
  file.problems.push(...ofFile);
  return file;
}

/**
 * Reads a FlexNet licence file as a licence server reads it, by the published rules, and names everything that cannot be
 * read. Never throws; `too-large` above 1 MiB. Takes time in proportion to the file.
 */
export function readLicence(
  bytes: Uint8Array,
): { ok: true; file: FlexnetFile } | { ok: false; code: 'too-large' } {
  if (bytes.length > LICENCE_FILE_CAP) return { ok: false, code: 'too-large' };
  const file = readLines(readLicenceText(bytes));
  const lines = settleLines(file);
  checkWholeFile(file, lines);
  file.settled = withDoubts(lines.settled, file);
  file.problems.sort((one, other) => one.line - other.line);
  return { ok: true, file };
}
