import type { CommandAnswer } from './command-answer';
import { EXIT } from '@shared/errors/exit-codes';

/** In the place of a FILE: the standard input of a command that reads one, the standard output of one that writes it. */
export const STANDARD_STREAM = '-';

/** The answer of a command whose document goes to the standard output; with `--json` as `json`. */
export const streamed = (document: string, json: unknown): CommandAnswer => ({
  exitCode: EXIT.done,
  json,
  text: '',
  document,
  complaint: '',
});
