import type { LicenceFlaw } from '@shared/domain/licence/licence-summary';
import type { Params } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { errorWords } from '@shared/i18n/error-words';
import { paramsOfFlaw } from '@shared/i18n/params-of-flaw';
import type { Translate } from '@shared/i18n/translator';
import type { CommandFailure } from './command-outputs';
import type { ExitCode } from '@shared/errors/exit-codes';

/** The result of a command. */
export interface CommandAnswer {
  exitCode: ExitCode;
  /** The one document of `--json`. */
  json: unknown;
  /** For a person, on stdout without `--json`; empty = nothing. */
  text: string;
  /** In the place of `text` where a program reads on: written byte for byte. */
  document?: string;
  /** One sentence with its next step, on stderr; empty = nothing. */
  complaint: string;
}

/** A sentence that ends with what it is about gets its full stop, so that the next one does not run into it. */
const closed = (sentence: string) => (/[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`);

/** Sentence and next step of a failure, in one line. */
export const complaintOf = (translate: Translate, code: ErrorCode, params: Params = {}) => {
  const { sentence, nextStep } = errorWords(code, translate, params);
  return `${closed(sentence)} ${nextStep}`;
};

/** Why a licence file is of no use to a licence server, or a package was refused, in one line. */
export const flawWords = (
  { code, ...blamed }: Pick<LicenceFlaw, 'line' | 'word'> & { code: ErrorCode },
  translate: Translate,
) => complaintOf(translate, code, paramsOfFlaw(blamed));

/** The JSON on stdout after a failure; `path` is the setting that it is about. */
export const failureDocument = (
  translate: Translate,
  code: ErrorCode,
  params: Params,
  path?: string,
): CommandFailure => ({
  error: {
    ...{ code, params: { ...params }, ...errorWords(code, translate, params) },
    ...(path === undefined ? {} : { path }),
  },
});

/** Text from outside must not steer the terminal: control characters and those that turn the writing round are shown as such. */
const UNSAFE = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

export const plainText = (text: string) => text.replace(UNSAFE, '\uFFFD');

const escapeCharacter = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const jsonText = (value: unknown) =>
  `${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeCharacter)}\n`;

/** Lines of label and value, the values in one column. */
export const aligned = (rows: (readonly [label: string, value: string])[]) => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`.trimEnd()).join('\n');
};
