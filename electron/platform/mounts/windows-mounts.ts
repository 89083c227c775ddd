import path from 'node:path';
import type { Mounts } from './mounts';

/** A share is seen by its name; a mapped drive is none of the service's. */
export class WindowsMounts implements Mounts {
  diskOf(folder: string): Promise<string> {
    return Promise.resolve(path.win32.parse(folder).root);
  }

  isOnNetwork(folder: string): Promise<boolean> {
    return Promise.resolve(/^[\\/]{2}/.test(folder));
  }
}
