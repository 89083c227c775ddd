import path from 'node:path';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { UpdateInstaller } from '@electron/platform/update-installer';
import { unwrapReply } from '../unwrap-reply';
import type { OwnHandlers } from './pass-on';

interface Parts {
  service: () => ServiceClient;
  /** Where the service keeps its downloads, absolute. */
  downloads: string;
  installer: () => UpdateInstaller;
}

/** Software updates: the service fetches and checks, the app starts the installer in front of the person who asked. */
export const createUpdatesHandlers = ({ service, downloads, installer }: Parts): OwnHandlers['updates'] => ({
  install: async () => {
    const { version, fileName, sha256, size } = unwrapReply(await service().updates.installer());
    const file = path.join(downloads, path.basename(fileName));
    return { version, outcome: await installer().install({ file, sha256, size }) };
  },
});
