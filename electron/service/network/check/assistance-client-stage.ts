import type { AssistanceClient, ClientState } from '@shared/domain/assistance/assistance';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

const NAMES = { teamviewer: 'TeamViewer', rustdesk: 'RustDesk' } as const;

const FAILURES: Readonly<Record<Exclude<ClientState, 'found'>, ErrorCode>> = {
  'not-looked-for': 'client-not-found',
  'not-found': 'client-not-found',
  unsafe: 'client-unsafe',
  'too-old': 'client-too-old',
  'version-unknown': 'client-version-unknown',
};

/** Looks for the remote assistance program; that there is none is a failure only where remote assistance is allowed. */
export const assistanceClientStage = (
  provider: AssistanceClient['provider'],
  isWanted: boolean,
  find: () => Promise<AssistanceClient>,
): Stage => ({
  name: 'assistance-client',
  subject: NAMES[provider],
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'timed-out',
  run: async (note, signal) => {
    const { state, location, version } = await unlessAborted(find(), signal);
    if (location !== null) note({ fact: 'program', location });
    if (version !== null) note({ fact: 'program-version', version });
    note({ fact: 'program-needs', provider });
    if (state === 'found') return undefined;
    if (!isWanted && state === 'not-found') return 'skipped';
    throw new AppError(FAILURES[state]);
  },
});
