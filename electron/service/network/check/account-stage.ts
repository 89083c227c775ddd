import { STAGE_DEADLINE_MS, type Stage } from './stage';

/** Names the account: every other stage is done as it. */
export const accountStage = (account: string | null): Stage => ({
  name: 'account',
  subject: account,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'internal',
  run: () => Promise.resolve(account === null ? 'skipped' : undefined),
});
