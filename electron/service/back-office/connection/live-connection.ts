import { AppError } from '@shared/errors/app-error';
import type { BackOfficeClient } from '@electron/service/back-office/client/back-office-client';
import type { BackOfficeSession } from '@electron/service/back-office/client/back-office-session';

/** A connection that works right now; its signal ends what is under way when it is given up. */
export type LiveConnection = { client: BackOfficeClient; session: BackOfficeSession; signal: AbortSignal };

/** One call over the connection of the moment; without one it throws `back-office-unreachable`, and nothing is sent. */
export const overLive = async <T>(
  connection: LiveConnection | null,
  call: (connection: LiveConnection) => Promise<T>,
): Promise<T> => {
  if (connection === null) throw new AppError('back-office-unreachable');
  try {
    return await call(connection);
  } catch (error) {
    if (connection.signal.aborted) throw new AppError('back-office-unreachable', {}, error);
    throw error;
  }
};
