import { AppError } from '@shared/errors/app-error';
import type { LicenceSource } from '@shared/domain/licence-source';
import type { BackOfficeClient, Session } from './client';

/** A connection that works right now; its signal ends what is under way when it is given up. */
export type LiveConnection = { client: BackOfficeClient; session: Session; signal: AbortSignal };

/** Licences over the connection of the moment; without one every call throws `back-office-unreachable`, and nothing is sent. */
export const createLicenceSource = (live: () => LiveConnection | null): LicenceSource => {
  const over = async <T>(call: (connection: LiveConnection) => Promise<T>): Promise<T> => {
    const connection = live();
    if (connection === null) throw new AppError('back-office-unreachable');
    try {
      return await call(connection);
    } catch (error) {
      if (connection.signal.aborted) throw new AppError('back-office-unreachable', {}, error);
      throw error;
    }
  };
  return {
    licenceIndex: (nonce) =>
      over(({ client, session, signal }) => client.licenceIndex(session, nonce, signal)),
    licencePackage: (licenceId) =>
      over(({ client, session, signal }) => client.licencePackage(session, licenceId, signal)),
    keySet: () => over(({ client, signal }) => client.keySet(signal)),
    report: (report) => over(({ client, session, signal }) => client.reportLicence(session, report, signal)),
  };
};
