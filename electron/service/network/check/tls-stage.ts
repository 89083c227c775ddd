import { chainFacts } from './chain-facts';
import type { CheckContext } from './check-context';
import { STAGE_DEADLINE_MS, unlessAborted, type NoteFact, type Stage } from './stage';

const noteChain = (certificates: readonly string[], note: NoteFact) => {
  for (const fact of chainFacts(certificates)) note(fact);
};

/** Whether whoever answers proves to be the back office; the chain is shown also where it does not. */
export const tlsStage = ({ backOffice, exchange }: CheckContext): Stage => ({
  name: 'tls',
  subject: backOffice.name,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'back-office-timed-out',
  run: async (note, signal) => {
    if (!backOffice.hasTls) return 'skipped';
    const running = exchange();
    try {
      await unlessAborted(running.secured(), signal);
    } finally {
      noteChain(running.chain()?.certificates ?? [], note);
    }
    return undefined;
  },
});
