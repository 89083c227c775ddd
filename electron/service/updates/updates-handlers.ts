import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';
import type { UpdateJob } from './update-job';

/** The codes that a failed check may report; any other failure counts as the back office's. */
const asFailure = (error: unknown): unknown => {
  if (!(error instanceof AppError)) return error;
  const isKnown = ['update-index-refused', 'back-office-unreachable'].includes(error.code);
  return isKnown ? error : new AppError('back-office-error', {}, error);
};

/** The calls about software updates, handed to the job that owns them. */
export const updatesHandlers = (updates: UpdateJob): ServiceHandlers['updates'] => ({
  list: () => Promise.resolve(updates.list()),
  check: async () => {
    const outcome = await updates.check().catch((error: unknown) => {
      throw asFailure(error);
    });
    if (outcome === 'refused') throw new AppError('update-index-refused', updates.refusal());
    return updates.list();
  },
  download: () => updates.download(),
  pause: () => updates.pause(),
  installer: async () => {
    const { file, ...facts } = await updates.installer();
    return { ...facts, fileName: path.basename(file) };
  },
});
