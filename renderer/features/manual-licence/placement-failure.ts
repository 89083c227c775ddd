import type { LicencePlacement } from '@shared/domain/manual-licence';
import type { Failure } from '@shared/ipc/define';

/** Why a file was not put in place, as the pages show a failure; null when it was. */
export const failureOf = ({ outcome, line, word }: LicencePlacement): Failure | null => {
  if (outcome === 'ok' || outcome === 'unchanged') return null;
  return { code: outcome, params: line === null ? {} : { line, word: word ?? '' }, ref: '' };
};
