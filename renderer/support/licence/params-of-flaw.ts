import type { LicenceFlaw } from '@shared/domain/licence/licence-summary';
import type { Params } from '@shared/errors/app-error';

/** The values in the sentence about a licence file that is of no use. */
export const paramsOfFlaw = ({ line, word }: LicenceFlaw): Params => ({
  ...(line === null ? {} : { line }),
  word: word ?? '',
});
