import type { Mounts } from './mounts';

/** A share is seen by its name; a mapped drive is none of the service's. */
export class WindowsMounts implements Mounts {
  isOnNetwork(folder: string): Promise<boolean> {
    return Promise.resolve(/^[\\/]{2}/.test(folder));
  }
}
