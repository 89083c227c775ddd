import type { ConnectionStatus } from '@shared/domain/connection/connection';
import { AppError } from '@shared/errors/app-error';
import { ERRORS, type ConnectionReason } from '@shared/errors/error-catalogue';
import type { CheckDependencies, ConnectionChanges } from './check-dependencies';
import { STAGE_DEADLINE_MS, unlessAborted, type NoteFact, type Stage } from './stage';

type Dependencies = Pick<CheckDependencies, 'status' | 'tryNow'>;

const OF_THE_STORE: readonly ConnectionReason[] = [
  'secret-unreadable',
  'keychain-unavailable',
  'keychain-damaged',
];

/** Outcomes that a new attempt would only repeat, or must not change on its own. */
const isDecided = ({ state, reason }: ConnectionStatus) =>
  state === 'failed' && reason !== null && (ERRORS[reason].class === 'stop' || OF_THE_STORE.includes(reason));

/** Waits for what becomes of an attempt that is under way, or of one that is begun here. */
const awaitAttempt = async (
  { status, tryNow }: Dependencies,
  changes: ConnectionChanges,
  signal: AbortSignal,
): Promise<ConnectionStatus> => {
  let stop: () => void = () => undefined;
  // A failure told before the attempt has begun is still the one before it.
  let hasBegun = status().connection.state === 'connecting';
  const settled = new Promise<ConnectionStatus>((resolve) => {
    stop = changes((connection) => {
      if (connection.state === 'connecting') hasBegun = true;
      else if (hasBegun || connection.state !== 'failed') resolve(connection);
    });
  });
  if (!hasBegun) tryNow();
  try {
    return await unlessAborted(settled, signal);
  } finally {
    stop();
  }
};

const judge = (connection: ConnectionStatus, status: Dependencies['status'], note: NoteFact) => {
  const { state, reason, params = {}, since, missing } = connection;
  if (state === 'connected') {
    const { organisation } = status();
    if (organisation !== null) note({ fact: 'organisation', name: organisation.name });
    if (since !== null) note({ fact: 'connected-since', at: since });
    return;
  }
  for (const step of missing) note({ fact: 'missing', step });
  if (state === 'disabled') throw new AppError('disabled');
  if (state === 'not-configured') throw new AppError('details-missing');
  if (isDecided(connection) && since !== null) note({ fact: 'refused-since', at: since });
  throw new AppError(reason ?? 'back-office-error', params);
};

/**
 * Whether the back office accepts the organisation ID and the code. The connection's own registration tells: one made
 * here would end its token. Where it could not tell yet, the connection is asked to try now.
 */
export const organisationStage = (dependencies: Dependencies, changes: ConnectionChanges): Stage => ({
  name: 'organisation',
  subject: null,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'back-office-timed-out',
  run: async (note, signal) => {
    const { connection } = dependencies.status();
    const isOpen =
      connection.state === 'connecting' || (connection.state === 'failed' && !isDecided(connection));
    judge(isOpen ? await awaitAttempt(dependencies, changes, signal) : connection, dependencies.status, note);
    return undefined;
  },
});
