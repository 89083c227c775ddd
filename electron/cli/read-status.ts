import { AppError } from '@shared/errors/app-error';
import { timestampOf } from '@shared/domain/time/dates';
import { viewOf } from '@shared/domain/settings/settings';
import type { Status } from '@shared/domain/status/status';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { readSettings } from '@electron/settings/settings-file';
import { settingsNotices } from '@electron/settings/settings-notices';
import { askService, type CommandContext } from './command-context';

const withoutService = async ({ facts, io, paths }: CommandContext): Promise<Status> => {
  const reading = await readSettings(paths.settingsFolder);
  const now = io.clock.now();
  const service = { version: facts.version, mode: facts.mode, isStarting: false } as const;
  const status = stoppedStatus(viewOf(reading.settings), service, now);
  return { ...status, notices: settingsNotices(reading, timestampOf(now)) };
};

/** The status of the service or, while it does not run, what the settings alone tell. */
export const readStatus = async (context: CommandContext): Promise<Status> => {
  try {
    return (await askService(context, 'viewer', (client) => client.status.read())).status;
  } catch (error) {
    if (error instanceof AppError && error.code === 'service-stopped') return withoutService(context);
    throw error;
  }
};
