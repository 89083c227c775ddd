/**
 * What keeps a licence server from using a licence file, or one line of it. Each is an error code; its text names the
 * line, the word and what is expected there.
 */
export const LICENCE_FILE_PROBLEMS = [
  'flexnet-encoding',
  'flexnet-not-text',
  'flexnet-blank-invalid',
  'flexnet-curly-quote',
  'flexnet-markup',
  'flexnet-line-unfinished',
  'flexnet-quote-open',
  'flexnet-quote-misplaced',
  'flexnet-keyword-missing',
  'flexnet-word-unknown',
  'flexnet-attribute-twice',
  'flexnet-fields-missing',
  'flexnet-date-invalid',
  'flexnet-year-short',
  'flexnet-count-invalid',
  'flexnet-version-invalid',
  'flexnet-signature-missing',
  'flexnet-signature-invalid',
  'flexnet-host-id-missing',
  'flexnet-host-id-demo',
  'flexnet-supersede-undated',
  'flexnet-components-invalid',
  'flexnet-upgrade-baseless',
  'flexnet-server-incomplete',
  'flexnet-server-count',
  'flexnet-server-twice',
  'flexnet-server-missing',
  'flexnet-port-invalid',
  'flexnet-port-missing',
  'flexnet-vendor-missing',
  'flexnet-no-features',
  'flexnet-too-many-lines',
] as const;
export type LicenceFileProblemCode = (typeof LICENCE_FILE_PROBLEMS)[number];

/** `line` counts from 1; `word` is the word of it that is meant, cut to what can be shown. */
export type LicenceFileProblem = { code: LicenceFileProblemCode; line: number; word: string };

/** Hears of what is wrong with the line that is being read. */
export type ReportProblem = (code: LicenceFileProblemCode, line: number, word?: string) => void;

const MAX_SHOWN = 80;

/** A word as it can be shown in one line of text. */
export const shownWord = (word: string): string =>
  word.slice(0, MAX_SHOWN).replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
