import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { reasonOfStatus } from '@electron/service/ports/answer-status';
import type { HttpAnswer } from '@electron/service/ports/http-client';
import { AppError } from '@shared/errors/app-error';
import type { CheckDependencies } from './check-dependencies';
import type { CheckContext } from './check-context';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

/** In the words of the connection, which shows its token where the same back office answers. */
const MEANING = { hasToken: true, missing: 'back-office-not-there' } as const;

const checkStatus = ({ status }: HttpAnswer) => {
  if (status !== 200) throw new AppError(reasonOfStatus(status, MEANING), { status });
};

/** Whether the back office answers with what only it can have: a key set signed by the vendor's roots. */
export const backOfficeStage = (
  { backOffice, exchange }: CheckContext,
  { roots, threshold }: CheckDependencies['vendor'],
): Stage => ({
  name: 'back-office',
  subject: backOffice.name,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'back-office-timed-out',
  run: async (note, signal) => {
    const { answer } = await unlessAborted(exchange().answered(), signal);
    checkStatus(answer);
    const verdict = await verifyKeySet(answer.body, { roots, threshold, storedVersion: 0, timeFloor: 0 });
    if (!('keySet' in verdict)) {
      throw new AppError('answer-unusable', {}, new Error(`key set: ${verdict.outcome}`));
    }
    note({ fact: 'key-set', version: verdict.keySet.version });
    return undefined;
  },
});
