import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import type { Failure } from '@shared/contract/define';
import { paramsOfFlaw } from '@shared/i18n/params-of-flaw';

/** A failure that was found here, and not in a call. */
export const failed = (code: Failure['code'], params: Failure['params'] = {}): Failure => ({
  code,
  params,
  ref: '',
});

/** Why a file was not put in place, as the pages show a failure; null when it was. */
export const failureOf = ({ outcome, line, word }: LicencePlacement): Failure | null =>
  outcome === 'ok' || outcome === 'unchanged' ? null : failed(outcome, paramsOfFlaw({ line, word }));
