import type { LicenceFlaw } from '@shared/domain/licence/licence-summary';
import type { Params } from '@shared/errors/app-error';

/** Both may be left out, as an answer does that is about no line. */
type Blamed = { [Key in 'line' | 'word']?: LicenceFlaw[Key] | undefined };

/**
 * The values in the sentence about a licence file that is of no use, or a package that was refused for its file. What is about
 * no line is about a day: the one on which the licence ended or begins.
 */
export const paramsOfFlaw = ({ line, word }: Blamed): Params => ({
  ...(line == null ? { day: word ?? '' } : { line }),
  word: word ?? '',
});
