import { decimalLicenceOf, type DecimalLicence } from '@shared/domain/licence/flexnet/text/decimal-line';
import {
  attributeNameOf,
  firstWordOf,
  hidesStatement,
  isAttribute,
  isFlag,
  isSlip,
  isStartOfKeyword,
  keywordOf,
  type Keyword,
} from '@shared/domain/licence/flexnet/text/keywords';
import type { LicenceText } from '@shared/domain/licence/flexnet/text/licence-text';
import type {
  LicenceFileProblem,
  LicenceFileProblemCode,
  ReportProblem,
} from '@shared/domain/licence/flexnet/text/problem';
import { shownWord } from '@shared/domain/licence/flexnet/text/problem';
import { looksLikeDay } from './read-day';
import { WordReader, type Word } from '@shared/domain/licence/flexnet/text/word-reader';

/** A keyword with the words behind it, from however many lines, and what is wrong with them as words. */
export type Statement = { keyword: Keyword; line: number; words: Word[]; problems: LicenceFileProblem[] };

/** Statements that are read; no licence file comes near. */
export const MAX_STATEMENTS = 5000;
const MAX_PROBLEMS = 20;
/** Words in front of the attributes of a line about licences, the keyword included. */
const FIXED_WORDS: Partial<Record<Keyword, number>> = { FEATURE: 6, INCREMENT: 6, UPGRADE: 7, PACKAGE: 3 };
const LICENCE_KEY = /^[0-9A-F]{8,}$/i;
const COUNT = /^(?:\d+|uncounted)$/i;
/** One without quotes is never shorter than a licence key, which has twelve digits. */
const SHORT_SIGNATURE = /[ \t]SIGN2?=[0-9A-F]{0,11}$/i;
const DAY_IN_LINE = /[ \t](?:\d{1,2}-[a-z]{3}-\d{1,4}|permanent)[ \t]/i;

/** Whether a line has the words of a FEATURE line, a day in front of a count, wherever they stand. */
function hasLicenceShape(line: string): boolean {
  if (/\bCOMPONENTS="/i.test(line)) return true;
  if (!DAY_IN_LINE.test(line)) return false;
  const words = line.split(/[\s\u00a0]+/).filter((word) => word !== '');
  return words.slice(3, 8).some((word, at) => looksLikeDay(word) && COUNT.test(words[at + 4] ?? ''));
}

/** A remark that was meant to be a licence: a slip in its keyword, blanks that are none, marks of a quoted mail. */
function isLostLicence(line: string): boolean {
  return !line.trimStart().startsWith('#') && hasLicenceShape(line.replaceAll('\u00a0', ' '));
}

class StatementReader {
  readonly statement: Statement;
  readonly reader: WordReader;
  /** A backslash promised another line. */
  goesOn = false;

  constructor(keyword: Keyword, line: number) {
    this.statement = { keyword, line, words: [], problems: [] };
    this.reader = new WordReader(this.report);
  }

  readonly report: ReportProblem = (code, line, word = '') => {
    const { problems } = this.statement;
    if (problems.length < MAX_PROBLEMS) problems.push({ code, line, word: shownWord(word) });
  };

  feed(line: string, number: number): void {
    const text = line.replace(/[ \t\f\v\r]+$/, '');
    if (text.includes('\r')) this.report('flexnet-not-text', number);
    this.goesOn = text.endsWith('\\');
    this.reader.feed(this.goesOn ? text.slice(0, -1) : text, number);
  }

  /** Whether a line without a keyword belongs to the statement though no backslash says so (End User Guide p. 105). */
  takes(line: string): boolean {
    const { keyword } = this.statement;
    const fixed = FIXED_WORDS[keyword];
    const first = firstWordOf(line);
    if (fixed === undefined || first === '') return false;
    if (this.reader.words.length < fixed) return true;
    const name = attributeNameOf(first);
    if (name !== null) return isAttribute(name) || isSlip(name);
    return isFlag(first) || (LICENCE_KEY.test(first) && this.reader.words.length === fixed);
  }

  end(line: number): Statement {
    if (this.goesOn) this.report('flexnet-line-unfinished', line, this.statement.keyword);
    this.reader.end();
    this.statement.words = this.reader.words;
    return this.statement;
  }
}

/** What a file holds beside its statements. */
export type Statements = {
  /** The line of the first statement above `MAX_STATEMENTS`, from which on nothing is read; null = there is none. */
  beyond: number | null;
  decimals: DecimalLicence[];
  /** Of lines that are no statements, and what the first line of the file has in front of its keyword. */
  problems: LicenceFileProblem[];
};

class LineReader {
  readonly result: Statements = { beyond: null, decimals: [], problems: [] };
  private current: StatementReader | null = null;
  private statements = 0;

  constructor(private readonly take: (statement: Statement) => void) {}

  read(line: string, number: number): void {
    if (this.current !== null && this.goesOnWith(this.current, line, number)) return;
    const keyword = keywordOf(line);
    if (keyword === null) this.remark(line, number);
    else if (this.isFull) this.result.beyond = number;
    else {
      this.statements += 1;
      this.current = new StatementReader(keyword, number);
      this.current.feed(line, number);
    }
  }

  private get isFull(): boolean {
    return this.statements + this.result.decimals.length >= MAX_STATEMENTS;
  }

  end(number: number): void {
    if (this.current !== null) this.take(this.current.end(number));
    this.current = null;
  }

  /** A file that was cut off within a keyword or a signature. */
  checkLastLine(line: string, number: number, endsOpen: boolean): void {
    const text = line.trim();
    const isKeyword = text !== '' && isStartOfKeyword(text);
    const isSignature = endsOpen && !text.startsWith('#') && SHORT_SIGNATURE.test(line);
    const word = text.slice(text.lastIndexOf(' ') + 1);
    if (isKeyword || isSignature) this.problem('flexnet-line-unfinished', number, word);
  }

  private goesOnWith(current: StatementReader, line: string, number: number): boolean {
    const isBlank = /^[ \t\f\v\r]*$/.test(line);
    const isRemark = line.trimStart().startsWith('#');
    const keyword = keywordOf(line);
    if (current.reader.isOpen || current.goesOn) {
      // A mail program puts empty lines between, a person a remark: neither says that the line ends here.
      if (isBlank || (isRemark && !current.reader.isOpen)) return true;
      const isStatement =
        keyword !== null && !(current.goesOn && current.reader.isInQuotes && !hasLicenceShape(line));
      if (isStatement) {
        this.end(number - 1);
        return false;
      }
      current.feed(line, number);
      return true;
    }
    if (keyword === null && !isBlank && !isRemark && current.takes(line)) {
      current.feed(line, number);
      return true;
    }
    this.end(number - 1);
    return false;
  }

  private remark(line: string, number: number): void {
    const decimal = decimalLicenceOf(line, number);
    if (decimal !== null) {
      if (this.isFull) this.result.beyond = number;
      else this.result.decimals.push(decimal);
    }
    const hasMark = line.startsWith('\ufeff');
    if (hasMark && keywordOf(line.slice(1)) !== null) this.problem('flexnet-encoding', number, 'UTF-8');
    else if (hidesStatement(line)) this.problem('flexnet-not-text', number);
    else if (isLostLicence(line)) this.problem('flexnet-keyword-missing', number, firstWordOf(line));
  }

  private problem(code: LicenceFileProblemCode, line: number, word = ''): void {
    if (this.result.problems.length < MAX_PROBLEMS) {
      this.result.problems.push({ code, line, word: shownWord(word) });
    }
  }
}

/**
 * Hands over the statements of a licence file one by one, so that their words need not be kept; everything else in it is a
 * remark. Takes time in proportion to the text.
 */
export function readStatements(
  { lines, endsOpen }: LicenceText,
  take: (statement: Statement) => void,
): Statements {
  const reader = new LineReader(take);
  for (const [index, line] of lines.entries()) {
    reader.read(line, index + 1);
    if (reader.result.beyond !== null) return reader.result;
  }
  reader.end(lines.length);
  reader.checkLastLine(lines.at(-1) ?? '', lines.length, endsOpen);
  return reader.result;
}
