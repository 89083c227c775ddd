import { BLANKS } from './keywords';
import type { ReportProblem } from './problem';

/** A word with its quotation marks taken away. */
export type Word = {
  text: string;
  /** The line it begins on. */
  line: number;
  /** Where the quoted part begins; -1 = nothing of it was quoted. */
  quotedFrom: number;
};

const OPENS_VALUE = new Set(['=', '(', '{']);
const CURLY = /[\u201c-\u201f]/;
/** Blanks that part no words, and characters that nobody sees: of no width, soft hyphens, marks of the writing direction. */
export const ODD_BLANK =
  /[\u0085\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;
const MARKUP = /<\/?(?:br|p|div|span|pre|code)\b|&(?:quot|amp|lt|gt|nbsp|#\d+);/i;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;

const STRUCTURE = /["{} \t\f\v\r]/g;
const BRACED = 'AUTH={';

const endOfQuoted = (text: string, from: number): number => {
  const end = text.indexOf('"', from);
  return end === -1 ? text.length : end;
};

const endOfPlain = (text: string, from: number): number => {
  STRUCTURE.lastIndex = from;
  return STRUCTURE.exec(text)?.index ?? text.length;
};

/** What has to be looked at letter by letter: anything but plain text without quotes and braces. */
const SPECIAL = /[^\t\f\v\r !#-%'-;=?-z|~]/;
/** Words of one statement that are read; what has more is no statement. */
const MAX_WORDS = 2000;

/**
 * Takes the words out of the physical lines of one statement. Blanks part words; double quotes hold them together and
 * hold any character but a quote, so there are no escapes (End User Guide p. 110); so does the brace behind `AUTH=`.
 */
export class WordReader {
  readonly words: Word[] = [];
  private word = '';
  private hasWord = false;
  private line = 0;
  private quotedFrom = -1;
  private isQuoted = false;
  private depth = 0;
  private wasJustClosed = false;

  constructor(private readonly report: ReportProblem) {}

  /** Within a quoted value or a brace, which goes on in the next line. */
  get isOpen(): boolean {
    return this.isQuoted || this.depth > 0;
  }

  get isInQuotes(): boolean {
    return this.isQuoted;
  }

  /** Reads one physical line, which ends a word unless quotes are open. */
  feed(text: string, line: number): void {
    if (this.isOpen || SPECIAL.test(text)) this.feedSpecial(text, line);
    else {
      for (const word of text.split(BLANKS)) {
        if (word !== '') this.push({ text: word, line, quotedFrom: -1 });
      }
    }
  }

  /** Ends the statement: a quote or a brace that is still open is a problem. */
  end(): void {
    if (this.isQuoted) this.report('flexnet-quote-open', this.line, this.words[0]?.text);
    else if (this.depth > 0) this.report('flexnet-line-unfinished', this.line, this.words[0]?.text);
    this.isQuoted = false;
    this.depth = 0;
    this.endWord();
  }

  private push(word: Word): void {
    if (this.words.length < MAX_WORDS) this.words.push(word);
    else if (this.words.length === MAX_WORDS) this.report('flexnet-word-unknown', word.line, word.text);
  }

  private feedSpecial(text: string, line: number): void {
    if (CONTROL.test(text)) this.report('flexnet-not-text', line);
    if (this.isOpen && this.word !== '') this.add(' ', line);
    for (let at = 0; at < text.length; at += 1) {
      const end = this.isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at);
      if (end > at) this.text(text.slice(at, end), line);
      if (end < text.length) this.mark(text.charAt(end), line);
      at = end;
    }
    if (!this.isOpen) this.endWord();
  }

  private mark(mark: string, line: number): void {
    if (mark === '"') this.quote(line);
    else if (mark === '{' || mark === '}') this.brace(mark, line);
    else if (this.depth > 0) this.add(' ', line);
    else this.endWord();
  }

  private text(text: string, line: number): void {
    if (!this.isQuoted) {
      if (this.wasJustClosed && this.depth === 0) this.report('flexnet-quote-misplaced', line, text);
      if (CURLY.test(text)) this.report('flexnet-curly-quote', line, text);
      else if (ODD_BLANK.test(text)) this.report('flexnet-blank-invalid', line, text);
      else if (MARKUP.test(text)) this.report('flexnet-markup', line, text);
    }
    this.add(text, line);
  }

  private quote(line: number): void {
    if (this.isQuoted) {
      this.isQuoted = false;
      this.wasJustClosed = true;
      return;
    }
    const before = this.word.at(-1) ?? '';
    const mayOpen = !this.hasWord || (!this.wasJustClosed && OPENS_VALUE.has(before));
    if (!mayOpen && this.depth === 0) this.report('flexnet-quote-misplaced', line, this.word);
    this.begin(line);
    if (this.quotedFrom === -1) this.quotedFrom = this.word.length;
    this.isQuoted = true;
    this.wasJustClosed = false;
  }

  private brace(mark: string, line: number): void {
    this.add(mark, line);
    const isBraced =
      this.depth > 0 || (this.word.length === BRACED.length && this.word.toUpperCase() === BRACED);
    if (mark === '{' && isBraced) this.depth += 1;
    if (mark === '}' && this.depth > 0) this.depth -= 1;
  }

  private begin(line: number): void {
    if (!this.hasWord) this.line = line;
    this.hasWord = true;
  }

  private add(text: string, line: number): void {
    this.begin(line);
    this.word += text;
    if (!this.isQuoted) this.wasJustClosed = false;
  }

  private endWord(): void {
    if (this.hasWord) this.push({ text: this.word, line: this.line, quotedFrom: this.quotedFrom });
    this.word = '';
    this.hasWord = false;
    this.quotedFrom = -1;
    this.wasJustClosed = false;
  }
}
