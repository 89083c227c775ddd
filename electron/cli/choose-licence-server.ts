import { AppError } from '@shared/errors/app-error';
import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { askService, type CommandContext } from './command-context';

/** The licence server that `--server` means, by its name or id; without it the only one that has a folder. */
export const chooseLicenceServer = async (
  context: CommandContext,
  wanted: string | undefined,
): Promise<LicenceServerStatus> => {
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const servers = status.licenceServers;
  if (wanted !== undefined) {
    const found =
      servers.find(({ id }) => id === wanted) ??
      servers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (found === undefined) throw new AppError('licence-server-unknown', { id: wanted.slice(0, 100) });
    return found;
  }
  const withFolder = servers.filter(({ path }) => path !== '');
  const [only] = withFolder;
  if (only === undefined) throw new AppError('no-licence-server');
  if (withFolder.length > 1) throw new AppError('usage-wrong', { detail: '--server' });
  return only;
};
