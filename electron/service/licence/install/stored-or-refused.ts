import { AppError } from '@shared/errors/app-error';
import { stateReports } from '@electron/service/state/state-reports';

/**
 * Writes what an installation may not begin without: its intent, and the file it replaces. Where the service cannot store
 * that, the licence folder is not to blame: throws `state-not-stored`.
 */
export const storedOrRefused = async (write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    stateReports.notStored(error);
    throw new AppError('state-not-stored', {}, error);
  }
};
