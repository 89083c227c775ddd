import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../private-files';
import { KEY_FILE_CAP, keyOf, keyTextOf } from './key-text';
import type { KeyFile, LocalEndpoint } from './local-endpoint';
import { claimPipe, type AdmitOperators } from './windows-claim';
import { CLOSED_FOLDER, checkFolder, readOwnFile, readPipePath } from './windows-run-folder';

const folderOf = ({ runFolder, readers }: KeyFile) =>
  readers === 'owner' ? path.join(runFolder, CLOSED_FOLDER) : runFolder;
const fileOf = (key: KeyFile) => path.join(folderOf(key), `${key.name}.key`);

/**
 * A named pipe, whose name is written down in the run folder. Windows has neither owners by number nor modes: whom the
 * files are from and who may read them is what the access list of the folder says, which the installer makes
 * (`build/windows/access-lists.json`) or, for an embedded service, the profile has; see `admitOperatorsWith` for the pipe's.
 *
 * Pipes stand in one place that every account may list, so their names are no secret once the service runs. The random
 * name only keeps a stranger from being there first. libuv does not refuse clients from the network
 * (`PIPE_REJECT_REMOTE_CLIENTS`); they meet the pipe's access list and then the handshake, whose key they cannot read:
 * the folder is not shared. Sessions of remote management, which count as network logons, are operators' own.
 *
 * The remaining gap: libuv lets the server of a pipe impersonate its clients. After a service was killed, and until the next one
 * has started, an account that has listed the pipes before may take the stale name; who connects then refuses it as
 * `service-untrusted`, but an account that may impersonate, a service of the machine, could have acted as them.
 */
export const createWindowsLocalEndpoint = (admitOperators: AdmitOperators): LocalEndpoint => ({
  connectFailures: { EACCES: 'not-allowed', EPERM: 'not-allowed', EBUSY: 'service-busy' },
  claim: (server, runFolder) => claimPipe(server, runFolder, admitOperators),
  findOwners: (runFolder) => {
    checkFolder(runFolder);
    return {};
  },
  address: (runFolder) => ({ path: readPipePath(runFolder), release: () => undefined }),
  readKey: (key) => keyOf(readOwnFile(fileOf(key), KEY_FILE_CAP), fileOf(key)),
  // Node has no call for the account of a pipe's client, and none for the owner of a file.
  showsAccounts: false,
  openIdentities: () => undefined,
  showIdentity: () => () => undefined,
  takeIdentity: () => null,
  setKeyAside: async (key) => {
    const [file, keptAs] = [fileOf(key), `${fileOf(key)}.broken-${Date.now()}`];
    await rename(file, keptAs);
    return { file, keptAs };
  },
  writeKey: async (key, bytes) => {
    mkdirSync(folderOf(key), { recursive: true });
    await replaceFile(fileOf(key), keyTextOf(bytes), key.readers);
  },
});
