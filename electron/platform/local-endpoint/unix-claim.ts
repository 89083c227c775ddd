import { lstatSync, rmSync, type Stats } from 'node:fs';
import { connect, type Server } from 'node:net';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { withFileLock } from '../private-files';
import type { EndpointAddress } from './local-endpoint';
import { underUmask } from './tight-umask';
import { SOCKET_NAME, openSocketAddress } from './unix-run-folder';

/** Everything but reading and writing by owner and group: a client needs write permission to connect. */
const SOCKET_UMASK = 0o117;

const statOf = (file: string): Stats | null => {
  try {
    return lstatSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const doesAnswer = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(address);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
  });

/** Only a socket of this account at which nobody listens may be taken away. */
const clearTheWay = async (file: string, address: string) => {
  const stat = statOf(file);
  if (stat === null) return;
  if (!stat.isSocket() || stat.uid !== (process.getuid?.() ?? stat.uid))
    throw new AppError('socket-in-the-way', { file });
  if (await doesAnswer(address)) throw new AppError('service-already-running');
  rmSync(file);
};

const bind = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    // Node binds a local socket before `listen` returns, so that it is never there with wider permissions and no chmod
    // is needed; 0660 in a folder that only owner and group may enter.
    underUmask(SOCKET_UMASK, () => server.listen(address));
  });

export const claimSocket = (server: Server, runFolder: string): Promise<EndpointAddress> =>
  withFileLock(path.join(runFolder, 'service.lock'), async () => {
    const address = openSocketAddress(runFolder);
    try {
      await clearTheWay(path.join(runFolder, SOCKET_NAME), address.path);
      await bind(server, address.path);
      return address;
    } catch (error) {
      address.release();
      throw error;
    }
  });
